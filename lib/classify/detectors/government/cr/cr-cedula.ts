import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidCrCedula = validator(/^0?[1-9]\d{8}$/);

/** Costa Rican identity card numbers (Tribunal Supremo de Elecciones): province, volume, entry. */
export const crCedula = identityNumber({
  id: 'cr-cedula',
  cues: 'céd|cédula',
  written: '0?[1-9]-d{4}-d{4}',
  valid: isValidCrCedula,
  cued: 0.9,
  reach: 60,
  examples: {
    positive: ['cédula: 1-0452-0175', 'cédula 03-0452-0175'],
    negative: ['cédula: 747842936670'],
  },
});
