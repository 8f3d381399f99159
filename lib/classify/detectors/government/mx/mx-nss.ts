import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMxNss = validator(/^\d{11}$/, (s) => passesLuhn(s) && Number(s) > 0);

/** Mexican social security numbers (NSS, IMSS): eleven digits with Luhn. */
export const mxNss = identityNumber({
  id: 'mx-nss',
  cues: 'afiliación|NSS|IMSS|número de seguridad social|seguro social',
  written: '#{11}',
  valid: isValidMxNss,
  examples: {
    positive: ['NSS: 38813324050'],
    negative: ['NSS: 02230892737'],
  },
});
