import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidKePin = validator(/^[AP]\d{9}[A-Z]$/);

/** Kenyan tax numbers (KRA PIN): A or P, nine digits, a letter. */
export const kePin = identityNumber({
  id: 'ke-pin',
  cues: 'KRA|PIN number|iTax|PIN certificate',
  written: '[AP]d{9}a',
  valid: isValidKePin,
  cued: 0.95,
  alone: ['A999999999A'],
  examples: {
    positive: ['KRA: P935713802Q'],
    negative: ['KRA: Q760695610Q'],
  },
});
