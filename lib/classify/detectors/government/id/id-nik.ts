import { isDayFirstDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidIdNik = validator(
  /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])\d{14}$/,
  (s) =>
    isDayFirstDate(`${String(Number(s.slice(6, 8)) % 40).padStart(2, '0')}${s.slice(8)}`) &&
    Number(s.slice(6, 8)) < 72 &&
    s.slice(12) !== '0000',
);

/** Indonesian population numbers (NIK, Dukcapil): region, date of birth (40 added to the day for women), serial. */
export const idNik = identityNumber({
  id: 'id-nik',
  cues: 'NIK|nomor induk kependudukan|KTP|Indonesian ID',
  written: '#{16}',
  valid: isValidIdNik,
  cued: 0.95,
  examples: {
    positive: ['NIK: 1167236705312498'],
    negative: ['NIK: 1650764217626949'],
  },
});
