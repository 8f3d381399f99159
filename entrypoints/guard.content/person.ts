/** Asking and telling the person, through the dialogue and the notices over the page. */
import type { ShownFiles } from '../../components/decision-dialog/file-list.tsx';
import { openOverlay } from '../../components/overlay.ts';
import { showPlainNotice } from '../../components/plain-notice.ts';
import type { Language } from '../../lib/language/language.ts';
import type { Inspection } from '../../lib/pipeline/inspect.ts';
import type { NoticeCode, PersonAnswer } from '../../lib/pipeline/ports.ts';
import type { RedactedPrompt } from '../../lib/pipeline/redact-prompt.ts';
import type { Decision } from '../../lib/policy/decision.ts';
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
    decision: withoutEdit(inspection),
    findings: shownFindings(inspection),
    ...(hasFiles(inspection) && { files: shownFiles(inspection, redacted) }),
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

/** There is no text to go back to where only files are about to be sent. */
function withoutEdit({ prompt, decision }: Inspection): Decision {
  if (!prompt.parts.every(({ kind }) => kind === 'attachment')) return decision;
  return { ...decision, choices: decision.choices.filter((choice) => choice !== 'edit') };
}

function hasFiles({ prompt }: Inspection): boolean {
  return prompt.unreadable.length > 0 || prompt.parts.some(({ kind }) => kind === 'attachment');
}

function shownFiles({ prompt }: Inspection, { unwritable = [] }: RedactedPrompt): ShownFiles {
  const { parts, unreadable, files = [] } = prompt;
  const nameOf = (fileId: string | undefined) => files.find(({ id }) => id === fileId)?.name ?? '';
  return {
    only: parts.every(({ kind }) => kind === 'attachment'),
    unreadable: unreadable.map(({ reason, fileId, place = '' }) => ({ name: nameOf(fileId) || place, place, reason })),
    unwritable,
  };
}

function shownFindings({ prompt, classification }: Inspection) {
  return classification.findings.map((finding) => {
    const part = prompt.parts[finding.part]!;
    const masked = maskValue(finding.type, part.text.slice(finding.start, finding.end));
    return {
      type: finding.type,
      class: finding.class,
      masked,
      ...(part.name !== undefined && { partName: part.place ? `${part.name}: ${part.place}` : part.name }),
    };
  });
}
