import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAzVoen = validator(
  /^\d{8}\d[12]$/,
  (s) => weigh(s, [4, 1, 8, 6, 2, 7, 5, 3]) % 11 === digitAt(s, 8),
);

/** Azerbaijani tax numbers (VÖEN): ten digits, the ninth a check digit modulo 11, the last one or two. */
export const azVoen = identityNumber({
  id: 'az-voen',
  cues: 'VÖEN|TIN|Azerbaijani tax number',
  written: '#{10}',
  valid: isValidAzVoen,
  examples: {
    positive: ['VÖEN: 9867281141'],
    negative: ['VÖEN: 5090742427'],
  },
});
