import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDoCedula = validator(/^\d{11}$/, (s) => passesLuhn(s) && Number(s) > 0);

/** Dominican identity card numbers (Junta Central Electoral): eleven digits with Luhn. */
export const doCedula = identityNumber({
  id: 'do-cedula',
  cues: 'cédula',
  written: 'd{3}-d{7}-d',
  valid: isValidDoCedula,
  alone: ['999-9999999-9'],
  examples: {
    positive: ['cédula: 655-6321319-1'],
    negative: ['cédula: 681-8916639-4'],
  },
});
