import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const serial = Number(s.slice(2, 10));
  // Short serials are joined to the province without their leading zero.
  const number = serial < 10_000_000 ? Number(s.slice(0, 2)) * 10_000_000 + serial : Number(s.slice(0, 10));
  return number % 97 === Number(s.slice(10));
}
/** Whether a written number has the form and passes the check. */
export const isValidEsSocialSecurity = validator(/^(?:0[1-9]|[1-4]\d|5[0-3]|66)\d{10}$/, (s) => passes(s));

/** Spanish social security numbers (Tesorería General de la Seguridad Social): province, eight digits, remainder modulo 97. */
export const esSocialSecurity = identityNumber({
  id: 'es-social-security',
  cues: 'número SS|seg. social|seg social|nº SS|n.º SS|núm. SS|S.S.|seguridad social|NUSS|NAF|NSS|afiliación|Spanish social security number',
  written: '#{12}',
  valid: isValidEsSocialSecurity,
  alone: ['99/99999999/99'],
  examples: {
    positive: ['seguridad social: 536988327841'],
    negative: ['seguridad social: 286948115187'],
  },
});
