import { isLongDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidTzNida = validator(/^(?:19|20)\d{18}$/, (s) => isLongDate(s));

/** Tanzanian national identification numbers (NIDA): date of birth, eleven digits, two digits. */
export const tzNida = identityNumber({
  id: 'tz-nida',
  cues: 'NIDA|Tanzanian national id|kitambulisho cha taifa',
  written: '(?:19|20)d{6}-d{5}-d{5}-d{2}',
  valid: isValidTzNida,
  cued: 0.95,
  alone: ['99999999-99999-99999-99'],
  examples: {
    positive: ['NIDA: 20831110-14204-43087-50'],
    negative: ['NIDA: 19110200-08572-91471-16'],
  },
});
