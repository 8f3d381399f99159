import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';
import { NO_LETTER } from '../number-pattern.ts';

/** Whether a written number has the form and passes the check. */
export const isValidUyCi = validator(
  /^\d{7,8}$/,
  (s) => (10 - (weigh(s.padStart(8, '0'), [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 === digitAt(s, -1),
);

/** Uruguayan identity card numbers (Dirección Nacional de Identificación Civil): seven digits, weights 2, 9, 8, 7, 6, 3, 4, modulo 10. */
export const uyCi = identityNumber({
  id: 'uy-ci',
  cues: 'CI|C.I.|cédula|Uruguayan CI|documento de identidad',
  written: `(?:d.)?d{3}.d{3}-d${NO_LETTER}`,
  valid: isValidUyCi,
  alone: ['9.999.999-9'],
  examples: {
    positive: ['C.I.: 1.234.567-2'],
    negative: ['C.I.: 0.791.054-4'],
  },
});
