import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9];
/** The older numbers of eight digits are described with two sets of weights. */
const OLDER = [10, 7, 8, 4, 6, 3, 5, 1];
/** Whether a written number has the form and passes the check. */
export const isValidAuTfn = validator(
  /^\d{8,9}$/,
  (s) => (weigh(s, WEIGHTS) + 10 * Number(s[8] ?? 0)) % 11 === 0 || (s.length === 8 && weigh(s, OLDER) % 11 === 0),
);

/** Australian tax file numbers: eight or nine digits, weighted sum modulo 11 (Australian Taxation Office). */
export const auTfn = identityNumber({
  id: 'au-tfn',
  cues: 'tfn|tax file',
  written: '#{8,9}(?! [0-9]{3}(?![0-9]))',
  valid: isValidAuTfn,
  examples: {
    positive: ['tfn: 03581289', 'My tax file number is 197851501 and I work in Perth.'],
    negative: ['tfn: 78870907'],
  },
});
