import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import { entropy } from './entropy.ts';
import type { LabelledProvider } from './labelled-providers.data.ts';
import { isPlaceholder } from './placeholder.ts';

/**
 * What makes a provider's name the name of a key: `_API_KEY`, ` access token`, `-client-secret`; or it is the argument of the
 * provider's own client or login.
 */
const KIND =
  '(?:\\.[A-Za-z]{1,24}\\(|[ \\t]login|(?:[ \\t_.-]{0,2}(?:api|app|access|auth|account|admin|bot|bearer|client|channel|consumer|service|server|private|personal|rest|secret|write|user|upload|repo|integration|subscription|master|root|hec|http|primary|secondary|shared|smtp|v\\d)){0,3}[ \\t_.-]{0,2}(?:keys?|tokens?|secrets?|pat|password|certificate|credentials?))';

/** The detector of one row of the table. */
export function labelledProvider({ id, names, form, examples = ['', ''] }: LabelledProvider): Detector {
  const labels = cueWords(`provider:${id}`, ...names);
  const value = afterLabel(`(?<![A-Za-z0-9])${form}(?![A-Za-z0-9_+/=-])`, '', KIND);
  return {
    id,
    type: 'SECRET',
    class: 'SECRET',
    regions: [],
    needs: ['digit'],
    requires: [labels],
    encodable: true,
    find: (scan) =>
      findLabelled(scan, labels, value)
        .filter(({ value: key }) => /[0-9]/.test(key) && !isPlaceholder(key) && entropy(key) >= 2.5)
        .map(({ start, end }) => ({
          start,
          end,
          confidence: 0.9,
          evidence: ['pattern', 'entropy', `cue:${labels.id}`],
        })),
    examples: {
      positive: [
        `${names[0]}_api_key = "${examples.join('')}"`,
        `My ${names[0]} secret is ${examples.join('')}`,
        `client = ${names[0]}.Client("${examples.join('')}")`,
      ],
      negative: [
        `the checksum is ${examples.join('')}`,
        `${names[0]}_api_key = "YOUR_API_KEY"`,
        `${names[0]} token ${examples[0]}`,
      ],
    },
  };
}
