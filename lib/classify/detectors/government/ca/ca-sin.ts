import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCaSin = validator(/^[1-79]\d{8}$/, (s) => passesLuhn(s));

/** Canadian social insurance numbers: Luhn; none begin with 0 or 8 (Employment and Social Development Canada). */
export const caSin = identityNumber({
  id: 'ca-sin',
  cues: 'sin|social insurance|nas|assurance sociale',
  written: '#{9}',
  valid: isValidCaSin,
  examples: {
    positive: ['sin: 167461581', "Mon numéro d'assurance sociale est 482504156."],
    negative: ['sin: 115105087', 'SIN: 846 454 286'],
  },
});
