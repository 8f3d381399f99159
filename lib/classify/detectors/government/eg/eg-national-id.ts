import { isDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidEgNationalId = validator(/^[23]\d{6}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/, (s) =>
  isDate((s[0] === '2' ? 1900 : 2000) + Number(s.slice(1, 3)), Number(s.slice(3, 5)), Number(s.slice(5, 7))),
);

/** Egyptian national identity numbers (Civil Status Organization): century, date of birth, governorate, serial. */
export const egNationalId = identityNumber({
  id: 'eg-national-id',
  cues: 'الرقم القومي|رقم قومي|national id',
  written: '#{14}',
  valid: isValidEgNationalId,
  cued: 0.94,
  examples: {
    positive: ['الرقم القومي: 30210062801917'],
    negative: ['الرقم القومي: 39012011093082'],
  },
});
