import { isDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCaRamq = validator(
  /^[A-Z]{4}\d{8}$/,
  (s) =>
    isDate(2000 + Number(s.slice(4, 6)), Number(s.slice(6, 8)) % 50, Number(s.slice(8, 10))) &&
    Number(s.slice(6, 8)) < 63,
);

/** Quebec health insurance numbers (RAMQ): four letters, year, month (50 added for women), day, two digits. */
export const caRamq = identityNumber({
  id: 'ca-ramq',
  class: 'PHI',
  cues: 'carte soleil|ramq|nam|assurance maladie|health insurance number|medicare card',
  written: 'a{4} d{4} d{4}',
  valid: isValidCaRamq,
  cued: 0.93,
  alone: ['AAAA 9999 9999'],
  examples: {
    positive: ['ramq: WRAA 9459 1400'],
    negative: ['ramq: YJUF 5709 0008'],
  },
});
