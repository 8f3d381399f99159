import { isDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidEgNationalId = validator(
  /^[23]\d{6}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/,
  (s) =>
    isDate((s[0] === '2' ? 1900 : 2000) + Number(s.slice(1, 3)), Number(s.slice(3, 5)), Number(s.slice(5, 7))) &&
    (11 - (weigh(s, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(s, 13),
);

/** Egyptian national identity numbers (Civil Status Organization): century, date of birth, governorate, serial, check digit. */
export const egNationalId = identityNumber({
  id: 'eg-national-id',
  type: 'EG_NATIONAL_ID',
  region: 'EG',
  cues: 'الرقم القومي|رقم قومي|Egyptian national id|Egypt national id|بطاقة الرقم القومي|national id',
  written: '#{14}',
  valid: isValidEgNationalId,
  cued: 0.95,
  examples: {
    positive: ['الرقم القومي: 20506221342159'],
    negative: ['الرقم القومي: 24711101120497'],
  },
});
