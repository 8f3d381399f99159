import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidEeVat = validator(
  /^(?:EE)?\d{9}$/,
  (s) => weigh(s.slice(-9), [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
);

/** Estonian value added tax numbers (KMKR, Maksu- ja Tolliamet): nine digits, weights 3, 7, 1, modulo 10. */
export const eeVat = identityNumber({
  id: 'ee-vat',
  cues: 'KMKR|käibemaksukohustuslase number|VAT',
  written: '(?:EE )?#{9}',
  valid: isValidEeVat,
  alone: ['AA999999999'],
  examples: {
    positive: ['KMKR: 627796933'],
    negative: ['KMKR: EE 587177777'],
  },
});
