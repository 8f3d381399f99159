import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDoRnc = validator(
  /^\d{9}$/,
  (s) =>
    ((10 - (weigh(s, [7, 9, 8, 6, 5, 4, 3, 2]) % 11)) % 9) + 1 === digitAt(s, 8) ||
    (weigh(s, [7, 9, 8, 6, 5, 4, 3, 2]) % 11 === 0 && s[8] === '2'),
);

/** Dominican taxpayer numbers (RNC, DGII): nine digits, weights 7, 9, 8, 6, 5, 4, 3, 2, modulo 11. */
export const doRnc = identityNumber({
  id: 'do-rnc',
  cues: 'RNC|registro nacional del contribuyente|R.N.C.',
  written: '#{9}',
  valid: isValidDoRnc,
  examples: {
    positive: ['RNC: 674936443'],
    negative: ['RNC: 705778127'],
  },
});
