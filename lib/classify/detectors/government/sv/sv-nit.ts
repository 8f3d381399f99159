import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  if (s.slice(10, 13) <= '100') {
    return (weigh(s, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10;
  }
  return ((11 - (weigh(s, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10;
}
/** Whether a written number has the form and passes the check. */
export const isValidSvNit = validator(/^[019]\d{13}$/, (s) => check(s) === digitAt(s, 13));

/** Salvadoran tax numbers (NIT, Ministerio de Hacienda): place, date, serial, check digit modulo 11. */
export const svNit = identityNumber({
  id: 'sv-nit',
  cues: 'NIT|número de identificación tributaria|N.I.T.',
  written: '#{14}',
  valid: isValidSvNit,
  alone: ['9999-999999-999-9'],
  examples: {
    positive: ['NIT: 95434971202027'],
    negative: ['NIT: 11743911220287'],
  },
});
