import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidPlNip = validator(
  /^(?:PL)?\d{10}$/,
  (s) => Number(s.slice(-10)) > 0 && weigh(s.slice(-10), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitAt(s, -1),
);

/** Polish tax identification numbers (NIP; ustawa o zasadach ewidencji i identyfikacji podatników): weights 6, 5, 7, 2, 3, 4, 5, 6, 7, modulo 11. */
export const plNip = identityNumber({
  id: 'pl-nip',
  cues: 'identyfikacji podatkowej|NIP|Polish tax number|VAT',
  written: '(?:PL)? d{3}-d{3}-dd-dd|(?:PL)? d{3}-dd-dd-d{3}',
  valid: isValidPlNip,
  alone: ['999-999-99-99', '999-99-99-999', 'AA9999999999'],
  examples: {
    positive: ['NIP: PL 955-989-10-45'],
    negative: ['NIP:  816-26-65-777'],
  },
});
