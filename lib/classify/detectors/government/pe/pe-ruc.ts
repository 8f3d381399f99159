import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidPeRuc = validator(
  /^(?:10|15|16|17|20)\d{9}$/,
  (s) => (11 - (weigh(s, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(s, 10),
);

/** Peruvian taxpayer numbers (RUC, SUNAT): kind, eight digits, weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, modulo 11. */
export const peRuc = identityNumber({
  id: 'pe-ruc',
  cues: 'RUC|registro único de contribuyentes|R.U.C.',
  written: '#{11}',
  valid: isValidPeRuc,
  examples: {
    positive: ['RUC: 15266754971'],
    negative: ['RUC: 15620855207'],
  },
});
