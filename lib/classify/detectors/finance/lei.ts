import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const LEI = cueWords('lei', 'lei|legal entity|legal entity identifier|lei code|gleif|counterparty');

/** The check of a legal entity identifier (ISO 17442): ISO 7064 mod 97-10 over letters as two digits. */
export function isLei(value: string): boolean {
  let rest = 0;
  for (const character of value) {
    const plain = Number.parseInt(character, 36);
    rest = (plain > 9 ? rest * 100 + plain : rest * 10 + plain) % 97;
  }
  return rest === 1;
}

/** Legal entity identifiers, near a cue. They name a company, not a person. */
export const lei = shapedDetector({
  id: 'lei',
  type: 'LEI',
  class: 'PII',
  pattern: /(?<![A-Za-z0-9])[A-Z0-9]{18}[0-9]{2}(?![A-Za-z0-9])/g,
  validator: { name: 'mod97', accepts: isLei },
  cue: LEI,
  alone: 0,
  cued: 0.95,
  examples: {
    positive: ['LEI 5493001KJTIIGC8Y1R12', 'legal entity identifier: 7LTWFZYICNSX8D621K86'],
    negative: ['LEI 5493001KJTIIGC8Y1R13', '5493001KJTIIGC8Y1R12'],
  },
});
