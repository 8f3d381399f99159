import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidVeCedula = validator(/^[VE]\d{6,8}$/);

/** Venezuelan identity card numbers (SAIME): V or E and six to eight digits. */
export const veCedula = identityNumber({
  id: 've-cedula',
  cues: 'céd|cédula de identidad|CI|cédula|C.I.',
  written: '[VE]-d{1,2}.d{3}.d{3}',
  valid: isValidVeCedula,
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['cédula: E-09.851.392'],
    negative: ['cédula: Q-58.320.569'],
  },
});
