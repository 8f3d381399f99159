import { passesLuhn } from '../../finance/luhn.ts';
import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const KEYS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Keys with letters follow a rule of their own, read in base 34 without I and O. */
function passesKey(s: string): boolean {
  const [first, second] = [KEYS.indexOf(s[0]!), KEYS.indexOf(s[1]!)];
  if (first < 10 && second < 10) return modulo(`${s.slice(2)}12`, 97) === Number(s.slice(0, 2));
  const key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (modulo(s.slice(2), 11) + 1 + Math.floor(key / 11)) % 11 === key % 11;
}
/** Whether a written number has the form and passes the check. */
export const isValidFrVat = validator(
  /^(?:FR)?[0-9A-HJ-NP-Z]{2}\d{9}$/,
  (s) => (s.slice(-9, -6) === '000' || passesLuhn(s.slice(-9))) && passesKey(s.slice(-11)),
);

/** French value added tax numbers (DGFiP): two key characters and the SIREN; a numeric key is twelve plus three times the SIREN's remainder modulo 97. */
export const frVat = identityNumber({
  id: 'fr-vat',
  cues: 'TVA|VAT',
  written: '(?:FR)? xx d{3} d{3} d{3}',
  valid: isValidFrVat,
  alone: ['AA99999999999', 'AAA9999999999', 'AA9A999999999', 'AAAA999999999'],
  examples: {
    positive: ['TVA:  AG 373 911 627'],
    negative: ['TVA: FR NH 751 782 527'],
  },
});
