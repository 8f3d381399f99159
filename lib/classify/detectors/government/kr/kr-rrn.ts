import { isShortDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

export function checkRrn(s: string): number {
  return (11 - (weigh(s, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10;
}
/** Whether those given the number in the first place can be without check digit: born from October 2020 on. */
function isRandom(s: string): boolean {
  return /^[34]/.test(s[6]!) && s.slice(0, 4) >= '2010' && s < '3';
}
/** Whether a written number has the form and passes the check. */
export const isValidKrRrn = validator(
  /^\d{6}[1-4]\d{6}$/,
  (s) => isShortDate(s) && (isRandom(s) || checkRrn(s) === digitAt(s, 12)),
);

/** Korean resident registration numbers (주민등록법 시행규칙): date of birth, sex and century, weights 2 to 9 and 2 to 5, modulo 11; numbers given since October 2020 have random digits and no check. */
export const krRrn = identityNumber({
  id: 'kr-rrn',
  cues: '주민등록번호|주민번호|주민등록증|RRN|resident registration number|jumin',
  written: 'd{6}-[1-4]d{6}',
  valid: isValidKrRrn,
  alone: ['999999-9999999'],
  examples: {
    positive: ['주민등록번호: 070529-3905727'],
    negative: ['주민등록번호: 460727-3470007'],
  },
});
