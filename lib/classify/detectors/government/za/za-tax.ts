import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidZaTax = validator(/^[01239]\d{9}$/, (s) => passesLuhn(s));

/** South African income tax numbers (SARS): ten digits beginning with 0, 1, 2, 3 or 9, Luhn. */
export const zaTax = identityNumber({
  id: 'za-tax',
  type: 'ZA_TAX_NUMBER',
  cues: 'income tax number|tax ref|SARS|tax reference number|tax number|income tax reference|inkomstebelastingnommer',
  written: '#{10}',
  valid: isValidZaTax,
  examples: {
    positive: ['SARS: 3797292954'],
    negative: ['SARS: 9950240917'],
  },
});
