import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
function passesCheck(s: string): boolean {
  let weight = 1;
  let sum = 0;
  for (const char of s.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === s[17];
}
/** Whether a written number has the form and passes the check. */
export const isValidCnUscc = validator(/^[1-9ANY][1-59]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/, (s) => passesCheck(s));

/** Chinese unified social credit codes (GB 32100-2015): eighteen characters, weights powers of three modulo 31. */
export const cnUscc = identityNumber({
  id: 'cn-uscc',
  cues: '税号|纳税人识别号|纳税识别号|营业执照|信用代码|USCC|unified social credit code',
  written: '[1-9ANY][1-59]d{6}[0-9A-HJ-NPQRTUWXY]{10}',
  valid: isValidCnUscc,
  examples: {
    positive: ['信用代码: 19418741BFHWBJXJ1L', '社会信用代码: 19418741BFHWBJXJ1L'],
    negative: ['社会信用代码: N24893559F38G5C77L'],
  },
});
