import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidBeVat = validator(
  /^(?:BE)?[01]?\d{9}$/,
  (s) => Number(s.slice(-9)) > 0 && 97 - modulo(s.replace('BE', '').slice(0, -2), 97) === Number(s.slice(-2)),
);

/** Belgian enterprise and value added tax numbers (KBO/BCE): ten digits, the last two 97 minus the remainder. */
export const beVat = identityNumber({
  id: 'be-vat',
  cues: "numéro BCE|btw|TVA|ondernemingsnummer|numéro d'entreprise|n° d'entreprise|KBO|BCE|VAT|enterprise number",
  written: '(?:BE)? d{3,4}.d{3}.d{3}',
  valid: isValidBeVat,
  alone: ['AA9999999999', '9999.999.999'],
  examples: {
    positive: ['btw:  015.863.062'],
    negative: ['btw:  297.147.917'],
  },
});
