import { isShortDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCuNi = validator(/^\d{11}$/, (s) => isShortDate(s));

/** Cuban identity numbers (carné de identidad): date of birth, century, serial, known by the label. */
export const cuNi = identityNumber({
  id: 'cu-ni',
  cues: 'carné de identidad|carnet de identidad|número de identidad|NI|Cuban identity',
  written: '#{11}',
  valid: isValidCuNi,
  cued: 0.9,
  examples: {
    positive: ['carné de identidad: 46080242310'],
    negative: ['carné de identidad: 31060039673'],
  },
});
