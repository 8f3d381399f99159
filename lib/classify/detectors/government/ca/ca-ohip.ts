import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCaOhip = validator(/^[1-9]\d{9}[A-Z]{0,2}$/, (s) => passesLuhn(s.slice(0, 10)));

/** Ontario health card numbers (Ministry of Health): ten digits with Luhn and an optional version code of two letters. */
export const caOhip = identityNumber({
  id: 'ca-ohip',
  class: 'PHI',
  cues: 'HCN|ohip|health card|health number|ontario health|carte santé',
  written: 'd{4} d{3} d{3}( [A-Z]{1,2})?',
  valid: isValidCaOhip,
  examples: {
    positive: ['ohip: 9785 586 182 N'],
    negative: ['ohip: 6124 052 187'],
  },
});
