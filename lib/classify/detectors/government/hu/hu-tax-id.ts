import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidHuTaxId = validator(
  /^8\d{9}$/,
  (s) => weigh(s, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digitAt(s, 9),
);

/** Hungarian personal tax identification numbers (adóazonosító jel; 1996. évi XX. törvény): ten digits beginning with 8, modulo 11. */
export const huTaxId = identityNumber({
  id: 'hu-tax-id',
  cues: 'adóaz|adóazon|adóazonosító|Hungarian tax id|adóazonosítója',
  written: '#{10}',
  valid: isValidHuTaxId,
  examples: {
    positive: ['adóazonosító: 8335545286'],
    negative: ['adóazonosító: 8367411877'],
  },
});
