import { isDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function holdsDate(s: string): boolean {
  const century = [1900, 1900, 1800, 1800, 2000, 2000, 1900, 1900, 1900][Number(s[0]) - 1]!;
  return isDate(century + Number(s.slice(1, 3)), Number(s.slice(3, 5)), Number(s.slice(5, 7)));
}
function check(s: string): number {
  const rest = weigh(s, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return rest === 10 ? 1 : rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidRoCnp = validator(
  /^[1-9]\d{6}(?:0[1-9]|[1-3]\d|4[0-8]|5[12]|70|8[0-3])\d{4}$/,
  (s) => holdsDate(s) && check(s) === digitAt(s, 12),
);

/** Romanian personal numeric codes (CNP; OUG 97/2005): sex and century, date of birth, county, serial, weighted sum modulo 11. */
export const roCnp = identityNumber({
  id: 'ro-cnp',
  cues: 'CNP|cod numeric personal|C.N.P.|Romanian personal code|codul numeric personal',
  written: '#{13}',
  valid: isValidRoCnp,
  examples: {
    positive: ['CNP: 6431207319508'],
    negative: ['CNP: 3221018333547'],
  },
});
