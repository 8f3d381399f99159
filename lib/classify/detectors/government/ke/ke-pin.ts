import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidKePin = validator(/^[AP]\d{9}[A-Z]$/);

/** Kenyan tax numbers (KRA PIN): A or P, nine digits, a letter. */
export const kePin = identityNumber({
  id: 'ke-pin',
  type: 'KE_PIN',
  region: 'KE',
  cues: 'KRA PIN|KRA|PIN number|iTax|PIN certificate|KRA PIN number',
  written: '[AP]d{9}a',
  valid: isValidKePin,
  cued: 0.95,
  alone: ['A999999999A'],
  examples: {
    positive: ['KRA PIN: P935713802Q'],
    negative: ['KRA PIN: Q760695610Q'],
  },
});
