import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const rest = weigh(s, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return rest <= 1 ? 0 : 11 - rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidJpDriverLicense = validator(/^[1-9]\d{11}$/, (s) => check(s) === digitAt(s, 10));

/** Japanese driving licence numbers (National Police Agency): twelve digits, check digit modulo 11 in the eleventh place. */
export const jpDriverLicense = identityNumber({
  id: 'jp-driver-license',
  cues: "免許証番号|運転免許|Japanese driver's license|免許証の番号",
  written: '#{12}',
  valid: isValidJpDriverLicense,
  cued: 0.9,
  examples: {
    positive: ['免許証番号: 164913872406'],
    negative: ['免許証番号: 182580711941'],
  },
});
