import { isDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function holdsDate(s: string): boolean {
  const month = Number(s.slice(2, 4));
  const century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
  return isDate(
    century + Number(s.slice(0, 2)),
    month > 40 ? month - 40 : month > 20 ? month - 20 : month,
    Number(s.slice(4, 6)),
  );
}
/** Whether a written number has the form and passes the check. */
export const isValidBgEgn = validator(
  /^\d{10}$/,
  (s) => holdsDate(s) && (weigh(s, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digitAt(s, 9),
);

/** Bulgarian civil numbers (ЕГН, ГРАО): date of birth with the century in the month, serial, weighted sum modulo 11. */
export const bgEgn = identityNumber({
  id: 'bg-egn',
  cues: 'ЕГН|EGN|единен граждански номер|Bulgarian civil number',
  written: '#{10}',
  valid: isValidBgEgn,
  examples: {
    positive: ['ЕГН: 2352202336'],
    negative: ['ЕГН: 0131290647'],
  },
});
