import { passesLuhn } from '../../finance/luhn.ts';
import { isShortDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidZaId = validator(/^\d{10}[0-2]\d{2}$/, (s) => isShortDate(s) && passesLuhn(s));

/** South African identity numbers (Department of Home Affairs): date of birth, serial, citizenship, Luhn. */
export const zaId = identityNumber({
  id: 'za-id',
  cues: 'South African ID|ID number|SA ID|identity number|RSA ID|ID no|SAID|identiteitsnommer|ID-nommer',
  written: 'd{6} d{4} d{3}',
  valid: isValidZaId,
  alone: ['999999 9999 999', '999999 9999 99 9'],
  examples: {
    positive: ['South African ID: 530719 8957 114'],
    negative: ['South African ID: 890903 0072 137'],
  },
});
