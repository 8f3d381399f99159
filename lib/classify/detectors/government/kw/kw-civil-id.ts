import { isShortDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidKwCivilId = validator(
  /^[1-3]\d{11}$/,
  (s) => isShortDate(s.slice(1)) && 11 - (weigh(s, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11) === digitAt(s, 11),
);

/** Kuwaiti civil identity numbers (PACI): century, date of birth, serial, weights 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, modulo 11. */
export const kwCivilId = identityNumber({
  id: 'kw-civil-id',
  cues: 'civil id|الرقم المدني|Kuwait ID|رقم البطاقة المدنية|PACI',
  written: '#{12}',
  valid: isValidKwCivilId,
  examples: {
    positive: ['civil id: 157040974112'],
    negative: ['civil id: 165031466207'],
  },
});
