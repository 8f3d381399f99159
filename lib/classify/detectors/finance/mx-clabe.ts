import type { Candidate, Detector } from '../../detector.ts';
import { cueWords } from '../../detector.ts';

const CLABE = cueWords('mx-clabe', 'clabe|clabe interbancaria|cuenta clabe|cuenta|transferencia|spei|interbancaria');

/** The check digit of a CLABE: weights 3, 7, 1, products modulo ten (Banco de Mexico). */
export function isClabe(digits: string): boolean {
  const weights = [3, 7, 1];
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (Number(digits[i]) * weights[i % 3]!) % 10;
  return digits.length === 18 && (10 - (sum % 10)) % 10 === Number(digits[17]) && new Set(digits).size > 2;
}

/** Bank accounts in Mexico: 18 digits with a check digit, near a cue. */
export const mxClabe: Detector = {
  id: 'mx-clabe',
  type: 'MX_CLABE',
  class: 'PII',
  regions: ['MX'],
  needs: ['digit'],
  requires: [CLABE],
  find(scan) {
    const found: Candidate[] = [];
    for (const { start, end, digits } of scan.numbers(18)) {
      if (!isClabe(digits) || !scan.near(CLABE, start, end, 80)) continue;
      found.push({ start, end, confidence: 0.97, evidence: ['pattern', 'validator:clabe', 'cue:mx-clabe'] });
    }
    return found;
  },
  examples: {
    positive: ['CLABE 032180000118359719', 'cuenta: 0121 8001 2345 6789 12'],
    negative: ['CLABE 032180000118359718', '032180000118359719'],
  },
};
