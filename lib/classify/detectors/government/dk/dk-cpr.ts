import { isDayFirstDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDkCpr = validator(/^\d{10}$/, (s) => isDayFirstDate(s));

/** Danish personal identification numbers (CPR-kontoret): date of birth and four digits; numbers since 2007 need not pass the modulo 11 test, so the date alone is checked. */
export const dkCpr = identityNumber({
  id: 'dk-cpr',
  cues: 'CPR|personnummer|Danish personal number',
  written: 'd{6}-d{4}',
  valid: isValidDkCpr,
  cued: 0.93,
  reach: 60,
  examples: {
    positive: ['CPR: 220806-5438', 'Patientens CPR-nummer er 210461-8280.'],
    negative: ['CPR: 151715-9455'],
  },
});
