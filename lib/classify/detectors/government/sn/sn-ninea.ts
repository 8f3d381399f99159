import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidSnNinea = validator(
  /^(?:\d{7}|\d{9})(?:[0-2][A-Z]\d)?$/,
  (s) => weigh(s.replace(/\d[A-Z]\d$/, '').padStart(9, '0'), [1, 2, 1, 2, 1, 2, 1, 2, 1]) % 10 === 0,
);

/** Senegalese company numbers (NINEA): seven or nine digits, weights 1, 2, 1 modulo 10, and a tax code. */
export const snNinea = identityNumber({
  id: 'sn-ninea',
  cues: 'NINEA',
  written: '(?:d{9}|d{3} d{4}|d{3} d{3} d{3})(?: [0-2]ad)?',
  valid: isValidSnNinea,
  examples: {
    positive: ['NINEA: 926209059'],
    negative: ['NINEA: 978153467'],
  },
});
