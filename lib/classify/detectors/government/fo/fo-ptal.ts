import { isDayFirstDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidFoPtal = validator(/^\d{9}$/, (s) => isDayFirstDate(s));

/** Faroese personal numbers (p-tal, Landsfólkayvirlitið): date of birth and three digits. */
export const foPtal = identityNumber({
  id: 'fo-ptal',
  type: 'FO_P_TAL',
  cues: 'p-tal|ptal|persónstal',
  written: 'd{6}-d{3}',
  valid: isValidFoPtal,
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['p-tal: 210624-572'],
    negative: ['p-tal: 301772-121'],
  },
});
