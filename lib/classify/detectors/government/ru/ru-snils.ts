import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidRuSnils = validator(
  /^\d{11}$/,
  (s) => Number(s) > 0 && (weigh(s, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(s.slice(9)),
);

/** Russian pension insurance numbers (СНИЛС; ПФР decree 192п): nine digits, two check digits modulo 101. */
export const ruSnils = identityNumber({
  id: 'ru-snils',
  cues: 'СНИЛС|SNILS|страховой номер|страховое свидетельство',
  written: '#{11}',
  valid: isValidRuSnils,
  examples: {
    positive: ['СНИЛС: 43609057681'],
    negative: ['СНИЛС: 70571545797'],
  },
});
