import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDoCedula = validator(/^\d{11}$/, (s) => passesLuhn(s) && Number(s) > 0);

/** Dominican identity card numbers (Junta Central Electoral): eleven digits with Luhn. */
export const doCedula = identityNumber({
  id: 'do-cedula',
  cues: 'céd|cédula de identidad|cédula',
  written: '#{11}',
  valid: isValidDoCedula,
  alone: ['999-9999999-9'],
  examples: {
    positive: ['cédula: 65563213191'],
    negative: ['cédula: 68189166394'],
  },
});
