import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAuAbn = validator(
  /^(?!10)[1-9]\d{10}$/,
  (s) => (weigh(s, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0,
);

/** Australian business numbers: eleven digits, weighted sum modulo 89 (Australian Business Register, "Format of the ABN"). */
export const auAbn = identityNumber({
  id: 'au-abn',
  cues: 'A.B.N.|Australian business number|abn|business number|australian business no',
  written: '#{11}',
  valid: isValidAuAbn,
  alone: ['99 999 999 999'],
  examples: {
    positive: ['abn: 40349023885'],
    negative: ['abn: 27351449837'],
  },
});
