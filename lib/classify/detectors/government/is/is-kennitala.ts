import { isDayFirstDate } from '../calendar.ts';
import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidIsKennitala = validator(
  /^[0-7]\d{8}[09]$/,
  (s) =>
    isDayFirstDate(`${String(Number(s.slice(0, 2)) % 40).padStart(2, '0')}${s.slice(2)}`) &&
    weigh(s, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
);

/** Icelandic identification numbers (kennitala, Þjóðskrá): date of birth (day raised by 40 for companies), weights 3, 2, 7, 6, 5, 4, 3, 2, 1, modulo 11, century. */
export const isKennitala = identityNumber({
  id: 'is-kennitala',
  cues: 'kennitala|kennitölu|kt|Icelandic id|kennitalan',
  written: '#{10}',
  valid: isValidIsKennitala,
  examples: {
    positive: ['kennitala: 1302895929'],
    negative: ['kennitala: 1410517097'],
  },
});
