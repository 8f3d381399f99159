import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCzIco = validator(
  /^\d{8}$/,
  (s) => Number(s) > 0 && (11 - (weigh(s, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(s, 7),
);

/** Czech and Slovak company identification numbers (IČO): eight digits, weights 8 to 2, modulo 11. */
export const czIco = identityNumber({
  id: 'cz-ico',
  cues: 'IČO|IČ|identifikační číslo osoby|identifikačné číslo|Czech company number',
  vague: 'identifikační číslo',
  written: '#{8}',
  valid: isValidCzIco,
  examples: {
    positive: ['IČO: 54478502'],
    negative: ['IČO: 20829217'],
  },
});
