import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidLuVat = validator(/^LU\d{8}$/, (s) => Number(s.slice(2, 8)) % 89 === Number(s.slice(8)));

/** Luxembourg value added tax numbers (Administration de l'enregistrement): eight digits, the last two the first six modulo 89. */
export const luVat = identityNumber({
  id: 'lu-vat',
  cues: 'TVA|VAT|MwSt-Nummer',
  written: 'LU #{8}',
  valid: isValidLuVat,
  alone: ['AA99999999'],
  examples: {
    positive: ['TVA: LU 56348930'],
    negative: ['TVA: LU 45653557'],
  },
});
