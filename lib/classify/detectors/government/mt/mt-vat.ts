import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMtVat = validator(
  /^(?:MT)?[1-9]\d{7}$/,
  (s) => (weigh(s.slice(-8), [3, 4, 6, 7, 8, 9]) + Number(s.slice(-2))) % 37 === 0,
);

/** Maltese value added tax numbers (Commissioner for Revenue): eight digits, weights 3, 4, 6, 7, 8, 9, modulo 37. */
export const mtVat = identityNumber({
  id: 'mt-vat',
  cues: 'VAT|TVA',
  written: '(?:MT )?#{8}',
  valid: isValidMtVat,
  alone: ['AA99999999'],
  examples: {
    positive: ['VAT: MT 31067128'],
    negative: ['VAT: MT 10245927'],
  },
});
