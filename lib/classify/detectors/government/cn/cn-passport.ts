import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidCnPassport = validator(/^(?:[DEGPS]\d{8}|E[A-HJ-NP-Z]\d{7})$/);

/** Chinese passport numbers (National Immigration Administration): E, G, D, S or P and eight digits, or E, a letter and seven digits. */
export const cnPassport = identityNumber({
  id: 'cn-passport',
  cues: '护照|Chinese passport',
  written: '(?:[DEGPS]d{8}|E[A-HJ-NP-Z]d{7})',
  valid: isValidCnPassport,
  cued: 0.86,
  reach: 50,
  examples: {
    positive: ['护照: S59620514'],
    negative: ['护照: QX5693193'],
  },
});
