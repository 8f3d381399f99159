import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidIdNpwp = validator(/^0?\d{15}$/, (s) => passesLuhn(s.slice(-15, -6)) && Number(s) > 0);

/** Indonesian tax numbers (NPWP, Direktorat Jenderal Pajak): nine digits with Luhn, office, branch; sixteen digits with a leading zero. */
export const idNpwp = identityNumber({
  id: 'id-npwp',
  cues: 'NPWP|nomor pokok wajib pajak|Indonesian tax number',
  written: '0?d{2}.d{3}.d{3}.d-d{3}.d{3}',
  valid: isValidIdNpwp,
  alone: ['99.999.999.9-999.999'],
  examples: {
    positive: ['NPWP: 069.641.177.6-260.737'],
    negative: ['NPWP: 027.869.688.7-387.881'],
  },
});
