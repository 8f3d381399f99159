import { passesVerhoeff, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidInVid = validator(/^[2-9]\d{15}$/, (s) => passesVerhoeff(s));

/** Indian Aadhaar virtual identifiers (UIDAI): sixteen digits, Verhoeff. */
export const inVid = identityNumber({
  id: 'in-vid',
  cues: 'VID|virtual id',
  written: '#{16}',
  valid: isValidInVid,
  examples: {
    positive: ['VID: 5050731597064170'],
    negative: ['VID: 9153768931493867'],
  },
});
