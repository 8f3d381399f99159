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
  written: '#{13}',
  valid: isValidZaId,
  alone: ['999999 9999 999', '999999 9999 99 9'],
  examples: {
    positive: ['South African ID: 5307198957114'],
    negative: ['South African ID: 8909030072137'],
  },
});
