import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidSaNationalId = validator(/^[12]\d{9}$/, (s) => passesLuhn(s));

/** Saudi national identity and residence (iqama) numbers (Ministry of Interior): ten digits beginning with 1 or 2, Luhn. */
export const saNationalId = identityNumber({
  id: 'sa-national-id',
  cues: 'رقم الهوية|الهوية الوطنية|إقامة|iqama|Saudi id|national id',
  written: '#{10}',
  valid: isValidSaNationalId,
  examples: {
    positive: ['رقم الهوية: 1796667788'],
    negative: ['رقم الهوية: 2543421567'],
  },
});
