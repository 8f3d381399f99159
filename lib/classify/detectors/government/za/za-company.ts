import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidZaCompany = validator(/^(?:19|20)\d{8}(?:06|07|08|09|10|11|12|20|21|22|23|24|25|26|30|31)$/);

/** South African company registration numbers (CIPC): year, six digits, kind. */
export const zaCompany = identityNumber({
  id: 'za-company',
  type: 'ZA_COMPANY_NUMBER',
  cues: 'company registration|registration number|CIPC|reg no|reg. no',
  written: '(?:19|20)dd/d{6}/dd',
  valid: isValidZaCompany,
  cued: 0.85,
  alone: ['9999/999999/99'],
  examples: {
    positive: ['company registration: 1927/930874/21'],
    negative: ['company registration: 2039/681282/27'],
  },
});
