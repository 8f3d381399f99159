import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidPtNiss = validator(
  /^[12]\d{10}$/,
  (s) => 9 - (weigh(s, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === digitAt(s, 10),
);

/** Portuguese social security numbers (NISS, Segurança Social): eleven digits, check digit with prime weights modulo 10. */
export const ptNiss = identityNumber({
  id: 'pt-niss',
  cues: 'seg social|seg. social|NISS|segurança social|beneficiário',
  written: '#{11}',
  valid: isValidPtNiss,
  examples: {
    positive: ['NISS: 29435587111'],
    negative: ['NISS: 12903071517'],
  },
});
