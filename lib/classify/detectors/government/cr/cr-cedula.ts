import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidCrCedula = validator(/^(?:[1-9]\d{8}|1\d{10,11})$/);

/** Costa Rican identity card numbers (Tribunal Supremo de Elecciones): province, volume, entry; residents eleven or twelve digits beginning with 1. */
export const crCedula = identityNumber({
  id: 'cr-cedula',
  cues: 'cédula|DIMEX',
  written: '(?:[1-9]-d{4}-d{4}|1d{10,11})',
  valid: isValidCrCedula,
  cued: 0.9,
  reach: 60,
  examples: {
    positive: ['cédula: 191991600550'],
    negative: ['cédula: 747842936670'],
  },
});
