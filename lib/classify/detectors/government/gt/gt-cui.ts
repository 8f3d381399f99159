import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidGtCui = validator(
  /^\d{13}$/,
  (s) =>
    weigh(s, [2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digitAt(s, 8) &&
    Number(s.slice(9, 11)) >= 1 &&
    Number(s.slice(9, 11)) <= 22 &&
    Number(s.slice(11)) >= 1,
);

/** Guatemalan identification codes (CUI, DPI; RENAP): eight digits, check digit with weights 2 to 9 modulo 11, department and town. */
export const gtCui = identityNumber({
  id: 'gt-cui',
  cues: 'CUI|DPI|código único de identificación|documento personal de identificación',
  written: 'd{4} d{5} d{4}',
  valid: isValidGtCui,
  examples: {
    positive: ['CUI: 3445 88386 2213'],
    negative: ['CUI: 4005 42080 0096'],
  },
});
