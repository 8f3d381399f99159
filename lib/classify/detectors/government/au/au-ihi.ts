import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAuIhi = validator(/^80036\d{11}$/, (s) => passesLuhn(s));

/** Australian individual healthcare identifiers (AS 5017): sixteen digits beginning with 800360, Luhn. */
export const auIhi = identityNumber({
  id: 'au-ihi',
  class: 'PHI',
  cues: 'ihi|healthcare identifier|hpi-i|hpi-o',
  written: '8003 6d{3} d{4} d{4}',
  valid: isValidAuIhi,
  alone: ['9999 9999 9999 9999'],
  examples: {
    positive: ['ihi: 8003 6210 0061 0470'],
    negative: ['ihi: 8003 6808 5009 6287'],
  },
});
