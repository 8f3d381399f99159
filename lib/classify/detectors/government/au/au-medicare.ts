import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAuMedicare = validator(
  /^[2-6]\d{8}[1-9](?:\d)?$/,
  (s) => weigh(s, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(s, 8),
);

/** Australian Medicare card numbers: eight digits, check digit modulo 10, issue number, and the person's number if given (Services Australia). */
export const auMedicare = identityNumber({
  id: 'au-medicare',
  class: 'PHI',
  cues: 'medicare',
  written: 'd{4} d{5} d([-/ ]d)?',
  valid: isValidAuMedicare,
  examples: {
    positive: ['medicare: 3148 68246 3'],
    negative: ['medicare: 3623 38762 0/4'],
  },
});
