import { isDayFirstDate } from '../calendar.ts';
import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidUkChi = validator(
  /^\d{10}$/,
  (s) => isDayFirstDate(s) && weigh(s, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
);

/** Scottish Community Health Index numbers (ISD Scotland): date of birth, four digits, modulo 11 as for NHS numbers. */
export const ukChi = identityNumber({
  id: 'uk-chi',
  class: 'PHI',
  region: 'GB',
  cues: 'chi|community health index',
  written: '#{10}',
  valid: isValidUkChi,
  examples: {
    positive: ['chi: 1503134628'],
    negative: ['chi: 1404492377'],
  },
});
