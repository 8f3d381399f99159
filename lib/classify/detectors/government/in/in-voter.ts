import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidInVoter = validator(/^[A-Z]{3}\d{7}$/);

/** Indian voter identity numbers (EPIC, Election Commission of India): three letters and seven digits; newer ones pass Luhn. */
export const inVoter = identityNumber({
  id: 'in-voter',
  cues: "EPIC|voter|election card|elector's photo identity card",
  written: 'a{3}[/ ]?d{7}',
  valid: isValidInVoter,
  cued: 0.88,
  examples: {
    positive: ['EPIC: GOO 8932787'],
    negative: ['EPIC games since 1991'],
  },
});
