import { isDayFirstDate } from '../calendar.ts';
import { charValue, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesCheck(s: string): boolean {
  const sum = weigh(s, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return (17 - (sum % 17)) % 17 === charValue(s[13]);
}
/** Whether a written number has the form and passes the check. */
export const isValidMuNid = validator(/^[A-Z]\d{12}[0-9A-G]$/, (s) => isDayFirstDate(s.slice(1)) && passesCheck(s));

/** Mauritian national identity numbers (Civil Status Division): a letter, date of birth, serial, check character modulo 17. */
export const muNid = identityNumber({
  id: 'mu-nid',
  cues: "NIC|national identity card|NID|carte nationale d'identité|Mauritius ID",
  written: 'ad{12}x',
  valid: isValidMuNid,
  alone: ['A9999999999999', 'A999999999999A'],
  examples: {
    positive: ['NIC: V1206871382161'],
    negative: ['NIC: Z100567094437G'],
  },
});
