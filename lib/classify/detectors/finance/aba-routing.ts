import { type Candidate, cueWords, type Detector } from '../../detector.ts';

const ABA = cueWords(
  'aba',
  'aba|routing|routing number|routing no|rtn|transit number|aba number|ach|wire|routing transit|routingnumber|direct deposit|fedwire',
);

/** The check of ABA routing numbers: weights 3, 7, 1, the sum divisible by ten (ABA Routing Number Policy). */
export function isAbaRouting(digits: string): boolean {
  const weights = [3, 7, 1];
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * weights[i % 3]!;
  // Federal Reserve districts 00-12, thrifts 21-32, electronic 61-72, cheques 80.
  const district = Number(digits.slice(0, 2));
  const assigned =
    district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district === 80;
  return digits.length === 9 && assigned && sum % 10 === 0 && sum > 0;
}

/** Routing numbers of US banks: nine digits with a check digit, near a cue. */
export const abaRouting: Detector = {
  id: 'aba-routing',
  type: 'US_ABA_ROUTING',
  class: 'PII',
  regions: ['US'],
  needs: ['digit'],
  requires: [ABA],
  find(scan) {
    const found: Candidate[] = [];
    for (const { start, end, digits, sizes } of scan.numbers(9, 3)) {
      const form = sizes.join(',');
      if ((form !== '9' && form !== '4,4,1') || !isAbaRouting(digits)) continue;
      const distance = scan.distance(ABA, start, end, 80, 40);
      if (distance < 0) continue;
      found.push({
        start,
        end,
        confidence: distance < 40 ? 0.95 : 0.75,
        evidence: ['pattern', 'validator:aba', 'cue:aba'],
      });
    }
    return found;
  },
  examples: {
    positive: [
      'routing number 021000021',
      'ABA: 1210-0035-8',
      '"routing_number": "011401533"',
      '011401533 is the ABA number',
    ],
    negative: ['routing number 021000022', '021000021', 'routing table 123456789', 'ABA 991000021'],
  },
};
