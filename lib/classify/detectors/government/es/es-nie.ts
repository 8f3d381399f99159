import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';
import { nifLetter } from './es-nif.ts';

/** Whether a written number has the form and passes the check. */
export const isValidEsNie = validator(
  /^[XYZ]\d{7}[A-Z]$/,
  (s) => nifLetter('XYZ'.indexOf(s[0]!) + s.slice(1, -1)) === s.at(-1),
);

/** Spanish foreigner numbers (NIE; Real Decreto 557/2011): X, Y or Z, seven digits, letter modulo 23. */
export const esNie = identityNumber({
  id: 'es-nie',
  cues: 'documento de identidad|NIE|número de identidad de extranjero|número de extranjero|tarjeta de residencia|N.I.E.|TIE',
  written: '[XYZ][ -]?#{7}-[a-z]',
  valid: isValidEsNie,
  alone: ['A9999999A', 'A-9999999-A', 'A9999999-A'],
  examples: {
    positive: ['NIE: Y-9387754-L'],
    negative: ['NIE: X8512617-Q'],
  },
});
