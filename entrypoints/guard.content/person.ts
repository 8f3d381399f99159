/** Asking and telling the person, through the dialogue and the notices over the page. */
import { openOverlay } from '../../components/overlay.ts';
import { showPlainNotice } from '../../components/plain-notice.ts';
import type { Language } from '../../lib/language/language.ts';
import type { Inspection } from '../../lib/pipeline/inspect.ts';
import type { NoticeCode, PersonAnswer } from '../../lib/pipeline/ports.ts';
import type { RedactedPrompt } from '../../lib/pipeline/redact-prompt.ts';
import { maskValue } from '../../lib/redact/mask.ts';
import type { SiteAdapter } from '../../lib/sites/adapter.ts';
import { loadViews } from './load-views.ts';

export async function askPerson(
  site: SiteAdapter,
  language: Language,
  inspection: Inspection,
  redacted: RedactedPrompt,
  signal: AbortSignal,
): Promise<PersonAnswer> {
  const { mountDialog } = await loadViews();
  const outcome = await mountDialog(document, {
    language,
    signal,
    appName: site.name,
    decision: inspection.decision,
    findings: shownFindings(inspection),
    ...(redacted.replacements.size > 0 && {
      preview: [...redacted.replacements.values()].join('\n\n'),
    }),
  });
  return { choice: outcome.choice, justification: outcome.choice === 'justify' ? outcome.justificationCode : null };
}

export function tellPerson(
  site: SiteAdapter,
  language: Language,
  code: NoticeCode,
  inspection: Inspection | null,
): void {
  const rule = inspection?.decision.rules.find(({ id }) => id === inspection.decision.decisive);
  const content = {
    language,
    appName: site.name,
    kind: code === 'disconnected' ? ('reload' as const) : ('refused' as const),
    code,
    ...(rule && {
      rule: { id: rule.id, ver: rule.ver, owner: rule.owner, message: rule.message[language] ?? rule.message.en ?? '' },
    }),
    ...(code === 'disconnected' && { onReload: () => location.reload() }),
  };
  loadViews().then(
    ({ showNotice }) => showNotice(document, content),
    () => showPlainNotice(document, language, openOverlay, () => location.reload()),
  );
}

function shownFindings({ prompt, classification }: Inspection) {
  return classification.findings.map((finding) => {
    const part = prompt.parts[finding.part]!;
    const masked = maskValue(finding.type, part.text.slice(finding.start, finding.end));
    return {
      type: finding.type,
      class: finding.class,
      masked,
      ...(part.name !== undefined && { partName: part.name }),
    };
  });
}
