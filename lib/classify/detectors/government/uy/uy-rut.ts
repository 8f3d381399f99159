import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidUyRut = validator(
  /^(?:0[1-9]|1\d|2[0-2])(?!000000)\d{6}001\d$/,
  (s) => (11 - (weigh(s, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(s, 11),
);

/** Uruguayan tax numbers (RUT, DGI): twelve digits, weights 4, 3, 2, 9 to 2, modulo 11. */
export const uyRut = identityNumber({
  id: 'uy-rut',
  cues: 'RUT|RUC|R.U.T.|DGI|registro único tributario',
  written: '#{12}',
  valid: isValidUyRut,
  examples: {
    positive: ['RUT: 177199410016'],
    negative: ['RUT: 074064620017'],
  },
});
