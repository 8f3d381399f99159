import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidEcCedula = validator(/^(?:0[1-9]|1\d|2[0-4]|30|50)[0-6]\d{7}$/, (s) => passesLuhn(s));

/** Ecuadorian identity card numbers (Registro Civil): province, kind, serial, Luhn. */
export const ecCedula = identityNumber({
  id: 'ec-cedula',
  cues: 'céd|cédula de identidad|cédula de ciudadanía|cédula|C.I.',
  vague: 'CI',
  written: '#{10}',
  valid: isValidEcCedula,
  examples: {
    positive: ['cédula: 2257869764'],
    negative: ['cédula: 1609687287'],
  },
});
