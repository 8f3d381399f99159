import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMdIdnp = validator(
  /^[0-2]\d{12}$/,
  (s) => weigh(s, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === digitAt(s, 12),
);

/** Moldovan personal and company numbers (IDNP, IDNO; ASP): thirteen digits, weights 7, 3, 1, modulo 10. */
export const mdIdnp = identityNumber({
  id: 'md-idnp',
  cues: 'IDNP|IDNO|cod personal|codul personal|numărul de identificare|Moldovan personal number',
  written: '#{13}',
  valid: isValidMdIdnp,
  examples: {
    positive: ['IDNP: 1989777284738'],
    negative: ['IDNP: 0446849399257'],
  },
});
