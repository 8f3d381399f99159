import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAuAcn = validator(
  /^\d{9}$/,
  (s) => (weigh(s, [8, 7, 6, 5, 4, 3, 2, 1]) + digitAt(s, 8)) % 10 === 0,
);

/** Australian company numbers: nine digits, check digit modulo 10 (Australian Securities and Investments Commission). */
export const auAcn = identityNumber({
  id: 'au-acn',
  cues: 'A.C.N.|Australian company number|acn|company number|arbn',
  written: '#{9}',
  valid: isValidAuAcn,
  examples: {
    positive: ['acn: 209627154'],
    negative: ['acn: 471492204'],
  },
});
