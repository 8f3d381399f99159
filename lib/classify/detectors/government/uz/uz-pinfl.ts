import { isDayFirstDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidUzPinfl = validator(
  /^[1-6]\d{13}$/,
  (s) => isDayFirstDate(s.slice(1)) && weigh(s, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7]) % 10 === digitAt(s, 13),
);

/** Uzbek personal identification numbers (ПИНФЛ, JSHSHIR): sex and century, date of birth, district, serial, weights 7, 3, 1. */
export const uzPinfl = identityNumber({
  id: 'uz-pinfl',
  cues: 'ПИНФЛ|PINFL|JSHSHIR|ЖШШИР|Uzbek personal number',
  written: '#{14}',
  valid: isValidUzPinfl,
  examples: {
    positive: ['ПИНФЛ: 51605055684700'],
    negative: ['ПИНФЛ: 40401959196157'],
  },
});
