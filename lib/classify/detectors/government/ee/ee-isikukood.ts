import { isDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];
/** Also used in Lithuania. */
export function passesBaltic(s: string): boolean {
  const first = weigh(s, FIRST) % 11;
  const check = first === 10 ? (weigh(s, SECOND) % 11) % 10 : first;
  const century = 1800 + Math.floor((Number(s[0]) - 1) / 2) * 100;
  return (
    isDate(century + Number(s.slice(1, 3)), Number(s.slice(3, 5)), Number(s.slice(5, 7))) && check === digitAt(s, 10)
  );
}
/** Whether a written number has the form and passes the check. */
export const isValidEeIsikukood = validator(/^[1-8]\d{10}$/, (s) => passesBaltic(s));

/** Estonian personal identification codes (EVS 585): sex and century, date of birth, serial, two rounds modulo 11. */
export const eeIsikukood = identityNumber({
  id: 'ee-isikukood',
  cues: 'isikuk|personal ID code|IK|isikukood|isikukoodi|Estonian personal code|personal identification code|isikukoodiga',
  written: '#{11}',
  valid: isValidEeIsikukood,
  examples: {
    positive: ['isikukood: 35807168967'],
    negative: ['isikukood: 55004154907'],
  },
});
