import { isShortDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** People born from 1997 on are counted from the last digit. */
function check(s: string): number {
  const modern = weigh(s, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  const earlier = weigh(s, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11;
  return (s[0]! > '2' && s[0]! < '5') || s.slice(1, 3) > '96' ? modern : earlier;
}
/** Whether a written number has the form and passes the check. */
export const isValidHuPersonalId = validator(
  /^[1-8]\d{10}$/,
  (s) => isShortDate(s.slice(1)) && check(s) === digitAt(s, 10),
);

/** Hungarian personal identifiers (személyi azonosító; 1996. évi XX. törvény): sex and century, date of birth, serial, modulo 11. */
export const huPersonalId = identityNumber({
  id: 'hu-personal-id',
  cues: 'személyi szám|személyi azonosító|személyi azonosítója|személyi száma|Hungarian personal id',
  written: '#{11}',
  valid: isValidHuPersonalId,
  alone: ['9-999999-9999'],
  examples: {
    positive: ['személyi szám: 11202263493'],
    negative: ['személyi szám: 76601062907'],
  },
});
