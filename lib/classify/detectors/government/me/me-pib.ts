import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMePib = validator(
  /^\d{8}$/,
  (s) => ((11 - (weigh(s, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digitAt(s, 7),
);

/** Montenegrin tax numbers (PIB, Poreska uprava): eight digits, weights 8 to 2, modulo 11. */
export const mePib = identityNumber({
  id: 'me-pib',
  cues: 'PIB|poreski identifikacioni broj|Montenegrin tax number',
  written: '#{8}',
  valid: isValidMePib,
  examples: {
    positive: ['PIB: 36858374'],
    negative: ['PIB: 91851737'],
  },
});
