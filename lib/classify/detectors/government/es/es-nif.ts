import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
/** The check letter of the number without prefix. */
export function nifLetter(digits: string): string | undefined {
  return LETTERS[Number(digits) % 23];
}
/** Whether a written number has the form and passes the check. */
export const isValidEsNif = validator(
  /^(?:\d{8}|[KLM]\d{7})[A-HJ-NP-TV-Z]$/,
  (s) => nifLetter(s.slice(0, -1).replace(/^[KLM]/, '')) === s.at(-1),
);

/** Spanish identity numbers (DNI, NIF of people; Real Decreto 1553/2005): eight digits, or K, L, M and seven, and a letter modulo 23. */
export const esNif = identityNumber({
  id: 'es-nif',
  cues:
    'documento de identidad|DNI|NIF|documento nacional de identidad|número de identificación fiscal|N.I.F.|D.N.I.|Spanish ID|' +
    'carnet de identidad',
  written: '(?:d{2}.d{3}.d{3}|[KLM]d{7})-[a-z]',
  valid: isValidEsNif,
  alone: ['99999999A', '99999999-A', '99.999.999-A'],
  examples: {
    positive: ['DNI: K5593233-R', 'El cliente con DNI K2014005-X pidió una copia.'],
    negative: ['DNI: L2743427-G'],
  },
});
