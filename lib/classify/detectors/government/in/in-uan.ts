import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidInUan = validator(/^10\d{10}$/);

/** Indian provident fund account numbers (UAN, EPFO): twelve digits beginning with 10, known by the label. */
export const inUan = identityNumber({
  id: 'in-uan',
  cues: 'EPF|UAN|universal account number|EPFO',
  written: '#{12}',
  valid: isValidInUan,
  cued: 0.85,
  examples: {
    positive: ['UAN: 104479825927'],
    negative: ['UAN: 170689994069'],
  },
});
