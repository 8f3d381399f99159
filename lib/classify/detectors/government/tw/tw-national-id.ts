import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** The letters in the order of their two-digit values from ten on. */
const PLACES = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
function passesCheck(s: string): boolean {
  const place = PLACES.indexOf(s[0]!) + 10;
  // In the form of foreigners until 2021 the second place is a letter, which counts by its last digit.
  const second = s[1]! >= 'A' ? (PLACES.indexOf(s[1]!) + 10) % 10 : Number(s[1]);
  const digits = `${place}${second}${s.slice(2)}`;
  return weigh(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}
/** Whether a written number has the form and passes the check. */
export const isValidTwNationalId = validator(/^[A-Z][1289A-D]\d{8}$/, (s) => passesCheck(s));

/** Taiwanese national and resident identity numbers (Ministry of the Interior): a letter for the place, sex, seven digits, check digit modulo 10. */
export const twNationalId = identityNumber({
  id: 'tw-national-id',
  cues: '身分證|統一證號|Taiwan ID|Taiwanese national id|居留證|身份證字號|統一編號|ROC ID',
  written: '[A-Z][1289A-D]d{8}',
  valid: isValidTwNationalId,
  alone: ['A999999999'],
  examples: {
    positive: ['身分證: F113026130'],
    negative: ['身分證: V188368537'],
  },
});
