import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';
import { NO_LETTER } from '../number-pattern.ts';

/** Whether a written number has the form. */
export const isValidArDni = validator(/^(?!0)\d{7,8}$/);

/** Argentine identity document numbers (DNI, RENAPER): seven or eight digits, known by the label. */
export const arDni = identityNumber({
  id: 'ar-dni',
  cues: 'DNI|documento nacional de identidad|D.N.I.|nro. de documento|número de documento|documento n°',
  written: `d{1,2}.d{3}.d{3}${NO_LETTER}`,
  valid: isValidArDni,
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['DNI: 19.124.224', 'con DNI 19.124.224 y domicilio en Rosario'],
    negative: ['DNI: 0.426.868'],
  },
});
