import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidIlId = validator(/^\d{8,9}$/, (s) => Number(s) > 0 && passesLuhn(s.padStart(9, '0')));

/** Israeli identity numbers (מספר זהות, Population Authority): up to nine digits with leading zeros, Luhn. */
export const ilId = identityNumber({
  id: 'il-id',
  cues: 'ת״ז|תז|תעודת זהות|ת.ז|ת"ז|מספר זהות|Teudat Zehut|Israeli ID|Israeli identity number',
  written: 'd{8,9}|d{7,8}-d|d-d{7}-d',
  valid: isValidIlId,
  examples: {
    positive: ['תעודת זהות: 2998289-9'],
    negative: ['תעודת זהות: 601786004'],
  },
});
