import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidSeVat = validator(/^(?:SE)?\d{10}01$/, (s) => passesLuhn(s.replace('SE', '').slice(0, 10)));

/** Swedish value added tax numbers (Skatteverket): SE, the ten digits of the company or person, 01. */
export const seVat = identityNumber({
  id: 'se-vat',
  cues: 'momsregistreringsnummer|momsnummer|moms|VAT',
  written: '(?:SE )?#{6}-d{4} 01',
  valid: isValidSeVat,
  alone: ['AA999999999999'],
  examples: {
    positive: ['momsregistreringsnummer: SE 290476-2529 01'],
    negative: ['momsregistreringsnummer: SE 401517-9213 07'],
  },
});
