import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidBrPis = validator(
  /^\d{11}$/,
  (s) => ((11 - (weigh(s, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digitAt(s, 10) && new Set(s).size > 1,
);

/** Brazilian social integration numbers (PIS, PASEP, NIS, NIT; Caixa): eleven digits, weights 3, 2, 9 to 2, modulo 11. */
export const brPis = identityNumber({
  id: 'br-pis',
  cues: 'PIS|PASEP|NIS|inscrição do trabalhador',
  shared: 'NIT',
  written: '#{11}',
  valid: isValidBrPis,
  alone: ['999.99999.99-9'],
  examples: {
    positive: ['PIS: 65942221251'],
    negative: ['PIS: 25152887867'],
  },
});
