import { isShortDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const first = weigh(s, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  return first < 10 ? first : weigh(s, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
}
/** Whether a written number has the form and passes the check. */
export const isValidKzIin = validator(
  /^\d{12}$/,
  (s) =>
    Number(s.slice(2, 4)) <= 12 &&
    Number(s.slice(2, 4)) > 0 &&
    (/^[4-6]/.test(s[4]!) || isShortDate(s)) &&
    check(s) === digitAt(s, 11),
);

/** Kazakh individual and business identification numbers (ЖСН/ИИН, БСН/БИН): twelve digits, two rounds modulo 11. */
export const kzIin = identityNumber({
  id: 'kz-iin',
  cues: 'ИИН|ЖСН|БИН|БСН|IIN|BIN|Kazakh identification number|индивидуальный идентификационный номер',
  written: '#{12}',
  valid: isValidKzIin,
  examples: {
    positive: ['ИИН: 101125350832'],
    negative: ['ИИН: 360602051524'],
  },
});
