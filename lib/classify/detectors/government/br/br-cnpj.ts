import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
function check(s: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * (s.charCodeAt(index) - 48), 0);
  return sum % 11 < 2 ? 0 : 11 - (sum % 11);
}
/** Whether a written number has the form and passes the check. */
export const isValidBrCnpj = validator(
  /^[0-9A-Z]{12}\d{2}$/,
  (s) =>
    !s.startsWith('000000000000') &&
    check(s, WEIGHTS.slice(1)) === digitAt(s, 12) &&
    check(s, WEIGHTS) === digitAt(s, 13),
);

/** Brazilian company numbers (CNPJ, Receita Federal; letters from July 2026, IN RFB 2.229/2024): two check digits modulo 11, characters by their code. */
export const brCnpj = identityNumber({
  id: 'br-cnpj',
  cues: 'CNPJ|cadastro nacional da pessoa jurídica',
  written: 'x{2}.x{3}.x{3}/x{4}-dd',
  valid: isValidBrCnpj,
  alone: ['99.999.999/9999-99'],
  examples: {
    positive: ['CNPJ: 74.P3T.AK5/37M8-10'],
    negative: ['CNPJ: 1G.GAM.A83/UGS3-87'],
  },
});
