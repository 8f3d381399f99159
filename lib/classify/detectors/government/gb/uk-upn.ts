import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
/** The last place may be a letter in temporary numbers; it counts by its place among the letters. */
function place(char: string): number {
  return char >= 'A' ? LETTERS.indexOf(char) : Number(char);
}
function passesLetter(s: string): boolean {
  const sum = Array.from(s.slice(1)).reduce((total, char, index) => total + place(char) * (index + 2), 0);
  return LETTERS[sum % 23] === s[0];
}
/** Whether a written number has the form and passes the check. */
export const isValidUkUpn = validator(/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/, (s) => passesLetter(s));

/** English unique pupil numbers (Department for Education, "Unique pupil numbers"): a check letter modulo 23, twelve characters. */
export const ukUpn = identityNumber({
  id: 'uk-upn',
  region: 'GB',
  cues: 'upn|pupil number',
  written: 'ad{11}x',
  valid: isValidUkUpn,
  alone: ['A999999999999'],
  examples: {
    positive: ['upn: U120118190681'],
    negative: ['upn: P386541381087'],
  },
});
