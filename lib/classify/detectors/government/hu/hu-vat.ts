import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidHuVat = validator(
  /^(?:HU)?\d{8}(?:[1-5]\d{2})?$/,
  (s) => weigh(s.replace('HU', ''), [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0,
);

/** Hungarian tax numbers of businesses (adószám, NAV): eight digits with weights 9, 7, 3, 1, tax code and county. */
export const huVat = identityNumber({
  id: 'hu-vat',
  cues: 'adószámunk|adószámuk|adószám|adószáma|VAT|Hungarian tax number',
  written: '(?:HU)? #{8}(?:-d-dd)?',
  valid: isValidHuVat,
  alone: ['AA99999999', '99999999-9-99'],
  examples: {
    positive: ['adószám:  52146660'],
    negative: ['adószám:  96543797'],
  },
});
