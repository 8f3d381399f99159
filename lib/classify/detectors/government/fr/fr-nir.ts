import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Corsica's departments count as 19 and 18. */
function plain(s: string): string {
  return s.replace(/^(.{5})2A/, '$119').replace(/^(.{5})2B/, '$118');
}
/** Whether a written number has the form and passes the check. */
export const isValidFrNir = validator(
  /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-3]\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{8}$/,
  (s) => 97 - modulo(plain(s).slice(0, 13), 97) === Number(s.slice(13)),
);

/** French social security numbers (NIR, INSEE): sex, year, month, department (2A, 2B in Corsica), commune, serial, key 97 minus the remainder. */
export const frNir = identityNumber({
  id: 'fr-nir',
  cues:
    'sécu|NIR|sécurité sociale|numéro de sécu|n° sécu|numéro INSEE|carte vitale|NSS|' +
    'n° SS|numéro SS|n° INSEE|immatriculation à la sécurité|French social security number',
  written: 'd dd dd d[0-9AB] d{3} d{3} dd',
  valid: isValidFrNir,
  alone: ['9 99 99 99 999 999 99', '999999999999999'],
  examples: {
    positive: ['NIR: 4 20 03 54 839 879 73', 'Mon numéro de sécu : 1 56 87 45 487 850 62'],
    negative: ['NIR: 1 48 65 41 036 114 27'],
  },
});
