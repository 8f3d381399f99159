import { isDate } from '../calendar.ts';
import { digitAt, modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Ten digits leave no remainder by eleven; where it was ten, the last digit is zero. Nine digits before 1954. */
function passes(s: string): boolean {
  const month = Number(s.slice(2, 4)) % 50;
  const year = Number(s.slice(0, 2));
  const full = s.length === 9 || year > 53 ? 1900 + year : 2000 + year;
  if (!isDate(full, month > 20 && s.length === 10 ? month - 20 : month, Number(s.slice(4, 6)))) return false;
  return s.length === 9 ? year < 54 || year >= 80 : modulo(s.slice(0, 9), 11) % 10 === digitAt(s, 9);
}
/** Whether a written number has the form and passes the check. */
export const isValidCzRodneCislo = validator(/^\d{9,10}$/, (s) => passes(s));

/** Czech and Slovak birth numbers (zákon 133/2000 Sb.; zákon 301/1995 Z. z.): date of birth, month raised by 50 for women and by 20 when a day's numbers run out, divisible by eleven since 1954. */
export const czRodneCislo = identityNumber({
  id: 'cz-rodne-cislo',
  cues: 'rod. č.|rodnému číslu|rodné č.|rodné číslo|r.č.|r. č.|RČ|rod. číslo|rodného čísla|birth number|rodným číslom',
  written: 'd{6}/d{3,4}',
  valid: isValidCzRodneCislo,
  alone: ['999999/9999'],
  examples: {
    positive: ['rodné číslo: 860626/735'],
    negative: ['rodné číslo: 995679/534'],
  },
});
