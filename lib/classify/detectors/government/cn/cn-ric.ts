import { isLongDate } from '../calendar.ts';
import { passesMod112, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCnRic = validator(
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{15}[0-9X]$/,
  (s) => isLongDate(s.slice(6)) && passesMod112(s),
);

/** Chinese resident identity numbers (GB 11643-1999): region, date of birth, serial, ISO 7064 mod 11-2. */
export const cnRic = identityNumber({
  id: 'cn-ric',
  type: 'CN_RESIDENT_ID',
  cues: '证件号|身份证|公民身份号码|Chinese ID|Resident Identity Card|shenfenzheng|resident id|證件號碼|证件号码',
  written: '[1-8]d{5} (?:19|20)dd[01]d[0-3]d d{3}[0-9X]',
  valid: isValidCnRic,
  alone: ['999999999999999999', '99999999999999999A'],
  examples: {
    positive: ['身份证: 351876 20211113 4747'],
    negative: ['身份证: 348671 20020414 5407'],
  },
});
