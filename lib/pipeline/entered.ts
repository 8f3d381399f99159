/**
 * Values the person entered in this tab, remembered as keyed digests. Calls that are no prompts (telemetry, history,
 * unknown ones) are held only when they carry such a value, or a card number or secret that cannot be the app's own.
 */
import type { PromptFinding } from '../classify/finding.ts';
import type { Digester } from './digest.ts';
import type { Inspection } from './inspect.ts';

/** Below this a card number or secret in a call that is no prompt may as well be one of the app's own ids. */
const CERTAIN = 0.95;
/** Session tokens look like secrets and are the app's own in nearly every call that carries them. */
const OFTEN_THE_APPS_OWN = new Set(['jwt', 'bearer-token', 'generic-api-key', 'cookie', 'basic-auth-url']);

/** Keyed digests of every value found, for `guard.entered`. */
export async function enteredDigests(inspection: Inspection, digester: Digester): Promise<string[]> {
  return Promise.all(inspection.classification.findings.map((finding) => valueDigest(inspection, finding, digester)));
}

/** The findings for which a call that is no prompt has to be held: in calls `outside` the app, entered values alone. */
export async function enteredFindings(
  inspection: Inspection,
  kind: 'other' | 'outside',
  entered: ReadonlySet<string>,
  digester: Digester,
): Promise<PromptFinding[]> {
  const { classification, context, decision } = inspection;
  // Without a policy there are no rules that could name a finding: every one counts.
  const named = context.waitingForPolicy
    ? classification.findings
    : decision.redact.map((index) => classification.findings[index]!);
  const held = await Promise.all(
    named.map(async (finding) => {
      if (entered.has(await valueDigest(inspection, finding, digester))) return true;
      return kind === 'other' && countsAnywhere(finding);
    }),
  );
  return named.filter((_, index) => held[index]);
}

/** Certain card numbers and secrets count wherever they stand, whoever wrote them there. */
export function countsAnywhere({ class: dataClass, detector, confidence }: PromptFinding): boolean {
  const mayBeOwn = OFTEN_THE_APPS_OWN.has(detector) || confidence < CERTAIN;
  return (dataClass === 'PCI' || dataClass === 'SECRET') && !mayBeOwn;
}

/** Names a value that was found. */
export function valueDigest(inspection: Inspection, finding: PromptFinding, digester: Digester): Promise<string> {
  return digester.digest('value', comparable(inspection, finding));
}

/** Letters and digits in lower case: `4111 1111…` in the composer and `41111111…` in a log line are one value. */
function comparable({ prompt }: Inspection, finding: PromptFinding): string {
  const value = prompt.parts[finding.part]!.text.slice(finding.start, finding.end);
  return value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
