import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Months of bis numbers are raised by 20 or 40; a day or month of zero is not known. */
function holdsDate(s: string): boolean {
  const month = Number(s.slice(2, 4)) % 20;
  const day = Number(s.slice(4, 6));
  return Number(s.slice(2, 4)) <= 52 && month <= 12 && day <= 31;
}
function passes97(s: string): boolean {
  const check = Number(s.slice(9));
  if (97 - modulo(s.slice(0, 9), 97) === check) return true;
  // Nobody born from 2040 on has a number yet.
  return s < '4' && 97 - modulo(`2${s.slice(0, 9)}`, 97) === check;
}
/** Whether a written number has the form and passes the check. */
export const isValidBeNn = validator(/^\d{11}$/, (s) => Number(s) > 0 && holdsDate(s) && passes97(s));

/** Belgian national register numbers (Rijksregister, Royal Decree of 3 April 1984): date of birth, serial, 97 minus the remainder, a 2 put in front from 2000. */
export const beNn = identityNumber({
  id: 'be-nn',
  type: 'BE_NATIONAL_NUMBER',
  cues:
    'Belgian national number|nationaal nummer|rijksregisternummer|rijksregister|numéro national|registre national|NISS|INSZ|RRN|' +
    'n° national|Nationalregisternummer|national register number',
  written: '#{11}',
  valid: isValidBeNn,
  alone: ['99.99.99-999.99', '99.99.99-999-99', '999999-999-99'],
  examples: {
    positive: ['rijksregisternummer: 70220226241'],
    negative: ['rijksregisternummer: 31032296947'],
  },
});
