import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidTnCin = validator(/^[01]\d{7}$/);

/** Tunisian national identity card numbers (CIN): eight digits beginning with 0 or 1, known by the label. */
export const tnCin = identityNumber({
  id: 'tn-cin',
  cues: "CIN|carte d'identité nationale|بطاقة التعريف الوطنية|رقم بطاقة التعريف|Tunisian ID",
  written: 'd{8}',
  valid: isValidTnCin,
  cued: 0.85,
  reach: 50,
  examples: {
    positive: ['CIN: 13849925'],
    negative: ['CIN: 76067305'],
  },
});
