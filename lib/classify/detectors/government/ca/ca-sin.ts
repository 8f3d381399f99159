import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCaSin = validator(/^[0-79]\d{8}$/, (s) => Number(s) > 0 && passesLuhn(s));

/** Canadian social insurance numbers: Luhn; none begin with 8 (Employment and Social Development Canada), 0 is for tax numbers of non-residents (CRA). */
export const caSin = identityNumber({
  id: 'ca-sin',
  cues: "S.I.N.|social ins|sin|social insurance|social insurance number|nas|assurance sociale|numéro d'assurance sociale",
  written: '#{9}',
  valid: isValidCaSin,
  examples: {
    positive: ['sin: 167461581', "Mon numéro d'assurance sociale est 085935617."],
    negative: ['sin: 978682907', 'SIN: 846 454 286'],
  },
});
