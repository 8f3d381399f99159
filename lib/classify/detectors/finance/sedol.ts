import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const SEDOL = cueWords('sedol', 'sedol|sedols|sedol code');
const WEIGHTS = [1, 3, 1, 7, 3, 9, 1];

/** The check digit of a SEDOL (London Stock Exchange): weights 1, 3, 1, 7, 3, 9, 1, the sum divisible by ten. */
export function isSedol(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < 7; i += 1) sum += Number.parseInt(value[i]!, 36) * WEIGHTS[i]!;
  return sum % 10 === 0;
}

/** Securities of the London Stock Exchange, near a cue. They name a security, not a person. */
export const sedol = shapedDetector({
  id: 'sedol',
  type: 'SEDOL',
  class: 'PII',
  regions: ['GB'],
  pattern: /(?<![A-Za-z0-9])[0-9B-DF-HJ-NP-TV-Z]{6}[0-9](?![A-Za-z0-9])/g,
  validator: { name: 'sedol', accepts: isSedol },
  cue: SEDOL,
  alone: 0,
  cued: 0.9,
  examples: {
    positive: ['SEDOL 0263494', 'sedol code B0YBKJ7'],
    negative: ['SEDOL 0263495', '0263494'],
  },
});
