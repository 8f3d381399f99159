import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Letters count by their place from one, digits as they are. */
function worth(char: string): number {
  return char >= 'A' ? LETTERS.indexOf(char) + 1 : Number(char);
}
function passesNhi(s: string): boolean {
  const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * worth(s[index]!), 0);
  const last = s[6]!;
  // Modulo 23 since 2023, 24 in the editions before.
  if (last >= 'A') return LETTERS[22 - (sum % 23)] === last || LETTERS[(47 - (sum % 24)) % 24] === last;
  return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === Number(last);
}
/** Whether a written number has the form and passes the check. */
export const isValidNzNhi = validator(/^[A-HJ-NP-Z]{3}(?:\d{4}|\d{2}[A-HJ-NP-Z]{2})$/, (s) => passesNhi(s));

/** New Zealand national health index numbers (HISO 10046): three letters without I and O, then four digits or the newer two digits, letter and check letter. */
export const nzNhi = identityNumber({
  id: 'nz-nhi',
  class: 'PHI',
  cues: 'nhi|national health index',
  written: 'a{3} (?:d{4}|d{2}a{2})',
  valid: isValidNzNhi,
  examples: {
    positive: ['nhi: YVC 39PE'],
    negative: ['nhi: WNT 7367'],
  },
});
