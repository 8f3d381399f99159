import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3];
/** Whether a written number has the form and passes the check. */
export const isValidCaBcPhn = validator(/^9\d{9}$/, (s) => (11 - (weigh(s, WEIGHTS, 1) % 11)) % 11 === digitAt(s, 9));

/** British Columbia personal health numbers (BC Ministry of Health): begin with 9, check digit modulo 11. */
export const caBcPhn = identityNumber({
  id: 'ca-bc-phn',
  class: 'PHI',
  cues: 'phn|personal health number|bc services card|msp number|care card|carecard|health number',
  written: '#{10}',
  valid: isValidCaBcPhn,
  examples: {
    positive: ['phn: 9421153154'],
    negative: ['phn: 9909589277'],
  },
});
