import { charValue, modulo, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes97(s: string): boolean {
  const digits = Array.from(s, (char) => (char >= 'A' ? String(charValue(char)) : char)).join('');
  return modulo(digits, 97) === 1;
}
/** Whether a written number has the form and passes the check. */
export const isValidNlVat = validator(
  /^(?:NL)?\d{9}B(?!00)\d{2}$/,
  (s) => weigh(s.slice(-12), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 || passes97(`NL${s.slice(-12)}`),
);

/** Dutch value added tax numbers (btw-id, Belastingdienst): nine digits, B, two digits; companies' by the test of eleven, sole traders' by ISO 7064 mod 97-10. */
export const nlVat = identityNumber({
  id: 'nl-vat',
  cues: 'omzetbelasting|OB-nummer|btw|VAT',
  written: '(?:NL)? #{9}.B.d{2}',
  valid: isValidNlVat,
  alone: ['AA999999999A99'],
  examples: {
    positive: ['Vul 567802623B15 in als btw-id op het formulier.', 'btw:  664802623.B.15'],
    negative: ['btw:  951653672.B.00'],
  },
});
