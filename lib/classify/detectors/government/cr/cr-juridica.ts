import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidCrJuridica = validator(/^(?:2[1-4]00|3(?:00[2-9]|01[0-4]|10[1-9]|110)|4000|5001)\d{6}$/);

/** Costa Rican legal entity numbers (Registro Nacional): class, type, six digits. */
export const crJuridica = identityNumber({
  id: 'cr-juridica',
  type: 'CR_CEDULA_JURIDICA',
  cues: 'cédula jurídica|persona jurídica',
  written: 'd-d{3}-d{6}',
  valid: isValidCrJuridica,
  cued: 0.93,
  alone: ['9-999-999999'],
  examples: {
    positive: ['cédula jurídica: 3-013-095431'],
    negative: ['cédula jurídica: 5-007-769020'],
  },
});
