import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): string | undefined {
  const sum = Array.from(s.slice(0, -1))
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (2 + (index % 6)), 0);
  return '0K987654321'[sum % 11];
}
/** Whether a written number has the form and passes the check. */
export const isValidClRut = validator(/^(?:0?[1-9]\d{6}|[1-9]\d{7})[0-9K]$/, (s) => check(s) === s.at(-1));

/** Chilean identity and tax numbers (RUN, RUT; Registro Civil): seven or eight digits, check character modulo 11. */
export const clRut = identityNumber({
  id: 'cl-rut',
  cues: 'RUT|RUN|R.U.T.|rol único tributario|cédula de identidad|rol único nacional',
  written: 'd{1,2}.d{3}.d{3}-[0-9K]',
  valid: isValidClRut,
  alone: ['99.999.999-9', '9.999.999-9', '99.999.999-A', '9.999.999-A', '99999999-A'],
  examples: {
    positive: ['RUT: 15.615.368-0'],
    negative: ['RUT: 2.672.952-7', 'RUN apt-get install \\\n  ca-certificates=20201002 curl=7.88'],
  },
});
