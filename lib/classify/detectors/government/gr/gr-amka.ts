import { passesLuhn } from '../../finance/luhn.ts';
import { isDayFirstDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidGrAmka = validator(/^\d{11}$/, (s) => isDayFirstDate(s) && passesLuhn(s));

/** Greek social security numbers (ΑΜΚΑ; law 3655/2008): date of birth, serial, Luhn. */
export const grAmka = identityNumber({
  id: 'gr-amka',
  cues: 'ΑΜΚΑ|AMKA|αριθμός μητρώου κοινωνικής ασφάλισης|Greek social security number',
  written: '#{11}',
  valid: isValidGrAmka,
  examples: {
    positive: ['ΑΜΚΑ: 04026994816'],
    negative: ['ΑΜΚΑ: 10091616307'],
  },
});
