import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidNlBsn = validator(
  /^\d{8,9}$/,
  (s) => Number(s) > 0 && weigh(s.padStart(9, '0'), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
);

/** Dutch citizen service numbers (BSN, RvIG): nine digits, weights 9 to 2 and minus 1, modulo 11. */
export const nlBsn = identityNumber({
  id: 'nl-bsn',
  cues: 'fiscaal nummer|BSN|burgerservicenummer|sofinummer|sofi-nummer|citizen service number|persoonsgebonden nummer',
  written: '#{8,9}',
  valid: isValidNlBsn,
  examples: {
    positive: ['BSN: 273838301', 'Mijn burgerservicenummer is 42202590.'],
    negative: ['BSN: 01784404'],
  },
});
