import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDkCvr = validator(
  /^(?:DK)?[1-9]\d{7}$/,
  (s) => weigh(s.slice(-8), [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
);

/** Danish company numbers (CVR, Erhvervsstyrelsen): eight digits, weights 2, 7, 6, 5, 4, 3, 2, 1, modulo 11. */
export const dkCvr = identityNumber({
  id: 'dk-cvr',
  cues: 'CVR|SE-nummer|SE-nr|momsnummer|Danish company number|VAT',
  written: '(?:DK)? d{2} d{2} d{2} d{2}',
  valid: isValidDkCvr,
  alone: ['AA99999999'],
  examples: {
    positive: ['CVR:  78 21 34 26'],
    negative: ['CVR:  58 83 69 57'],
  },
});
