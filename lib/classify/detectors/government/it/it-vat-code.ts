import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidItVatCode = validator(
  /^(?:IT)?\d{11}$/,
  (s) =>
    passesLuhn(s.replace('IT', '')) &&
    !/^0{7}/.test(s.replace('IT', '')) &&
    /(?:0\d\d|100|12[01]|888|999)\d$/.test(s) &&
    !/000\d$/.test(s),
);

/** Italian VAT numbers (partita IVA; Agenzia delle Entrate): eleven digits with Luhn, office number in the eighth to tenth place. */
export const itVatCode = identityNumber({
  id: 'it-vat-code',
  cues: 'P.I.|partita I.V.A.|P.I.V.A.|PIVA|IVA|VAT|codice fiscale',
  // A company's tax code is its VAT number.
  vague: 'C.F.|CF|cod.fisc|cod. fisc|cod fiscale',
  written: '(?:IT)?#{11}',
  valid: isValidItVatCode,
  alone: ['AA99999999999'],
  examples: {
    positive: ['PIVA: IT31790850452'],
    negative: ['PIVA: 48398620297'],
  },
});
