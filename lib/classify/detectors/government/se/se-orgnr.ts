import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidSeOrgnr = validator(/^(?:16)?[1-9]\d[2-9]\d{7}$/, (s) => passesLuhn(s.slice(-10)));

/** Swedish company numbers (Bolagsverket): ten digits, the third at least two, Luhn. */
export const seOrgnr = identityNumber({
  id: 'se-orgnr',
  type: 'SE_ORGANISATIONSNUMMER',
  cues:
    'orgnummer|organisationsnummer|org.nr|orgnr|org nr|organisationsnr|org.nummer|Swedish company number|' +
    'org-nr|organisationsnumret|bolagsverket',
  written: '(?:16)?#{6}-d{4}',
  valid: isValidSeOrgnr,
  cued: 0.94,
  examples: {
    positive: ['organisationsnummer: 504280-0788'],
    negative: ['organisationsnummer: 16893626-4274'],
  },
});
