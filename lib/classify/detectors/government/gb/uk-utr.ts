import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const CHECKS = '21987654321';
/** Whether a written number has the form and passes the check. */
export const isValidUkUtr = validator(
  /^\d{10}$/,
  (s) => CHECKS[weigh(s, [6, 7, 8, 9, 10, 5, 4, 3, 2], 1) % 11] === s[0],
);

/** UK unique taxpayer references: ten digits, the first of them a check digit modulo 11 (HMRC). */
export const ukUtr = identityNumber({
  id: 'uk-utr',
  region: 'GB',
  cues: 'utr|unique taxpayer reference|self assessment reference|tax reference',
  written: '#{10}',
  valid: isValidUkUtr,
  examples: {
    positive: ['utr: 5343670604', 'UTR number 1657596941 for the self assessment'],
    negative: ['utr: 7924754667'],
  },
});
