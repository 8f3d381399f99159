import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const weights = s > '3' && s < '6' ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const rest = weigh(s, weights) % 11;
  return rest < 10
    ? rest
    : (weigh(
        s,
        weights.map((weight) => weight + 2),
      ) %
        11) %
        10;
}
/** Whether a written number has the form and passes the check. */
export const isValidUaEdrpou = validator(/^\d{8}$/, (s) => check(s) === digitAt(s, 7));

/** Ukrainian company codes (ЄДРПОУ, Держстат): eight digits, weights by range, two rounds modulo 11. */
export const uaEdrpou = identityNumber({
  id: 'ua-edrpou',
  cues: 'ЄДРПОУ|EDRPOU|ЕДРПОУ',
  written: '#{8}',
  valid: isValidUaEdrpou,
  examples: {
    positive: ['ЄДРПОУ: 70482880'],
    negative: ['ЄДРПОУ: 64053404'],
  },
});
