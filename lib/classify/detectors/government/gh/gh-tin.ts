import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidGhTin = validator(
  /^[PCGQV]00[A-Z0-9]{7}[0-9X]$/,
  (s) =>
    'X0123456789'.indexOf(s[10]!) >= 0 &&
    weigh(s, [1, 2, 3, 4, 5, 6, 7, 8, 9], 1) % 11 === (s[10] === 'X' ? 10 : Number(s[10])),
);

/** Ghanaian tax numbers (Ghana Revenue Authority): a letter, nine digits, check character modulo 11. */
export const ghTin = identityNumber({
  id: 'gh-tin',
  cues: 'TIN|taxpayer identification number',
  written: '[PCGQV]00#{7}[0-9X]',
  valid: isValidGhTin,
  examples: {
    positive: ['TIN: Q0029877415'],
    negative: ['TIN: G0087162387'],
  },
});
