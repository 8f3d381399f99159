import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesVat(s: string): boolean {
  const sum = weigh(s, [8, 7, 6, 5, 4, 3, 2]) + Number(s.slice(7, 9));
  return [0, 42, 55].includes(sum % 97);
}
/** Whether a written number has the form and passes the check. */
export const isValidUkVat = validator(/^(?:GB|XI)?(?:\d{9}|\d{12})$/, (s) => passesVat(s.replace(/^[A-Z]+/, '')));

/** UK value added tax registration numbers: modulo 97, with or without 55 added since 2009 (HMRC). */
export const ukVat = identityNumber({
  id: 'uk-vat',
  region: 'GB',
  cues: 'vat',
  written: '(?:GB|XI)? d{3} d{4} dd( d{3})?',
  valid: isValidUkVat,
  alone: ['AA999999999'],
  examples: {
    positive: ['vat: XI 226 4348 13 088'],
    negative: ['vat:  396 0211 57'],
  },
});
