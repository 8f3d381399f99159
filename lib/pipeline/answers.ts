/**
 * Text that the app itself wrote and sends again. It says nothing new about the person, so it is judged like every call
 * that is no prompt: what the person entered in this tab counts, and certain card numbers and secrets.
 */
import type { Policy } from '../policy/schema.ts';
import type { Digester } from './digest.ts';
import { countsAnywhere, valueDigest } from './entered.ts';
import { type Inspection, withFindings } from './inspect.ts';

/** @param isSent whether the person has let this value (keyed digest) go in this conversation: the app may repeat it */
export async function withoutAnswers(
  inspection: Inspection,
  policy: Policy,
  entered: ReadonlySet<string>,
  digester: Digester,
  isSent: (value: string) => boolean = () => false,
): Promise<Inspection> {
  const { prompt, classification } = inspection;
  const kept = await Promise.all(
    classification.findings.map(async (finding) => {
      if (prompt.parts[finding.part]!.role !== 'assistant') return true;
      const value = await valueDigest(inspection, finding, digester);
      return !isSent(value) && (entered.has(value) || countsAnywhere(finding));
    }),
  );
  return withFindings(
    inspection,
    classification.findings.filter((_, index) => kept[index]),
    policy,
  );
}
