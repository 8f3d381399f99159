import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidCoCedula = validator(/^(?:[1-9]\d{5,8}|1[0-3]\d{8})$/);

/** Colombian citizenship card numbers (Registraduría): six to ten digits, of ten the first issued begin at 1 000 000 000; known by the label. */
export const coCedula = identityNumber({
  id: 'co-cedula',
  cues: 'cédula de ciudadanía|C.C.|CC No|cédula|tarjeta de identidad',
  written: '(?:d{1,3}(?:[.]d{3}){2,3}|d{7,10})',
  valid: isValidCoCedula,
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['C.C.: 3655281', 'cédula de ciudadanía No. 1.020.456.789'],
    negative: ['cédula ecuatoriana: 1257289653', 'C.C.: 020198767', 'cédula expedida en 2014'],
  },
});
