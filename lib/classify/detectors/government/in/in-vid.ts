import { passesVerhoeff, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidInVid = validator(/^[2-9]\d{15}$/, (s) => passesVerhoeff(s));

/** Indian Aadhaar virtual identifiers (UIDAI): sixteen digits, Verhoeff. */
export const inVid = identityNumber({
  id: 'in-vid',
  cues: 'VID|virtual id',
  written: 'd{4} d{4} d{4} d{4}',
  valid: isValidInVid,
  examples: {
    positive: ['VID: 5050 7315 9706 4170'],
    negative: ['VID: 9153 7689 3149 3867'],
  },
});
