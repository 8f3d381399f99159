import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidSiDavcna = validator(
  /^(?:SI)?[1-9]\d{7}$/,
  (s) =>
    (11 - (weigh(s.slice(-8), [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(s, -1) &&
    weigh(s.slice(-8), [8, 7, 6, 5, 4, 3, 2]) % 11 !== 0,
);

/** Slovenian tax numbers (davčna številka, FURS): eight digits, weights 8 to 2, modulo 11. */
export const siDavcna = identityNumber({
  id: 'si-davcna',
  type: 'SI_TAX_NUMBER',
  cues: 'DŠ|davčna|davčna številka|davčna št|DDV|Slovenian tax number|VAT',
  written: '(?:SI )?#{8}',
  valid: isValidSiDavcna,
  alone: ['AA99999999'],
  examples: {
    positive: ['davčna številka: 35161353'],
    negative: ['davčna številka: SI 14397177'],
  },
});
