import type { Detector } from '../../detector.ts';
import type { ProviderToken } from './provider-tokens.data.ts';
import { assemble, tokenDetector } from './token-detector.ts';

/** A token of twenty random characters has no digit once in forty; a name in code has none most of the time. */
const HAS_DIGIT = '(?=[^0-9\\s]{0,80}[0-9])';

/** The detector of one row of the table. */
export function providerToken({ id, prefixes, body, examples = ['', '', ''] }: ProviderToken): Detector {
  const starts = prefixes.map((prefix) => prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return tokenDetector({
    id,
    prefixes,
    pattern: new RegExp(`(?:${starts})${HAS_DIGIT}${body}(?![A-Za-z0-9_-])`, 'y'),
    examples: {
      positive: [`use ${assemble(...examples)} for now`, `KEY="${assemble(...examples)}"`],
      negative: [
        assemble(examples[0], 'x'.repeat(examples[1].length + examples[2].length)),
        assemble(examples[0], 'YOUR_KEY_HERE'),
        assemble(examples[0], examples[1]),
        assemble(...examples, 'Zz9'.repeat(450)),
      ],
    },
  });
}
