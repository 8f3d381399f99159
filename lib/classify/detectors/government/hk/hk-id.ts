import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesCheck(s: string): boolean {
  const body = s.slice(0, -1);
  // One letter counts as if a blank, worth 36, stood before it.
  const padded =
    body.length === 7 ? 36 * 9 + weigh(body, [8, 7, 6, 5, 4, 3, 2]) : weigh(body, [9, 8, 7, 6, 5, 4, 3, 2]);
  return (padded + (s.at(-1) === 'A' ? 10 : Number(s.at(-1)))) % 11 === 0;
}
/** Brackets around the check character are part of how the number is printed. */
const BRACKETS = /[()]/g;
const isCard = validator(/^[A-Z]{1,2}\d{6}[0-9A]$/, passesCheck);
/** Whether a written number has the form and passes the check. */
export function isValidHkId(text: string): boolean {
  return isCard(text.replace(BRACKETS, ''));
}

/** Hong Kong identity card numbers (Immigration Department): one or two letters, six digits, check character modulo 11. */
export const hkId = identityNumber({
  id: 'hk-id',
  cues: 'HK ID|香港身份证|HKID|Hong Kong identity card|身份證|Hong Kong ID|HKIC',
  written: '[A-Z]{1,2}[ ]?d{6}-\\(?[0-9A]\\)?',
  valid: isValidHkId,
  examples: {
    positive: ['HKID: A123456(3)', '香港身份證號碼 Y9045994)'],
    negative: ['HKID: A123456(4)'],
  },
});
