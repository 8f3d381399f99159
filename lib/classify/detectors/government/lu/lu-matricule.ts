import { passesLuhn } from '../../finance/luhn.ts';
import { isLongDate } from '../calendar.ts';
import { passesVerhoeff, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidLuMatricule = validator(
  /^\d{13}$/,
  (s) => isLongDate(s) && passesLuhn(s.slice(0, 12)) && passesVerhoeff(s.slice(0, 11) + s[12]),
);

/** Luxembourg national identification numbers (matricule; law of 19 June 2013): date of birth, serial, a Luhn and a Verhoeff check digit. */
export const luMatricule = identityNumber({
  id: 'lu-matricule',
  type: 'LU_NATIONAL_ID',
  cues: "matricule|numéro d'identification nationale|CCSS|Sozialversicherungsnummer|" + 'Luxembourg national id',
  written: '(?:19|20)dd [01]d [0-3]d d{3} dd',
  valid: isValidLuMatricule,
  alone: ['9999999999999', '9999 9999 99999'],
  examples: {
    positive: ['matricule: 2053 09 07 70194'],
    negative: ['matricule: 2073 01 17 69227'],
  },
});
