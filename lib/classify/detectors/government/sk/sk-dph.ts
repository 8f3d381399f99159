import { modulo, validator } from '../check-digits.ts';
import { isValidCzRodneCislo } from '../cz/cz-rodne-cislo.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidSkDph = validator(
  /^(?:SK)?\d{10}$/,
  (s) => modulo(s.slice(-10), 11) === 0 && (/[1-9]\d[2-47-9]\d{7}$/.test(s) || isValidCzRodneCislo(s.slice(-10))),
);

/** Slovak value added tax and tax numbers (IČ DPH, DIČ, Finančná správa): ten digits divisible by eleven; of some people their birth number. */
export const skDph = identityNumber({
  id: 'sk-dph',
  type: 'SK_IC_DPH',
  cues: 'DIČ|DPH|IČDPH|daňové identifikačné číslo|VAT',
  written: '(?:SK)? #{10}',
  valid: isValidSkDph,
  alone: ['AA9999999999'],
  examples: {
    positive: ['DIČ: SK 7087635852'],
    negative: ['DIČ:  7789691777'],
  },
});
