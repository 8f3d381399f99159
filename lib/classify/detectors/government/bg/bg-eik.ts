import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string, first: readonly number[], second: readonly number[], from = 0): number {
  const rest = weigh(s, first, from) % 11;
  return rest < 10 ? rest : (weigh(s, second, from) % 11) % 10;
}
function passes(s: string): boolean {
  if (check(s, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]) !== digitAt(s, 8)) return false;
  return s.length === 9 || check(s, [2, 7, 3, 5], [4, 9, 5, 7], 8) === digitAt(s, 12);
}
/** Whether a written number has the form and passes the check. */
export const isValidBgEik = validator(/^(?:BG)?(?:\d{9}|\d{13})$/, (s) => passes(s.replace('BG', '')));

/** Bulgarian company numbers (ЕИК, БУЛСТАТ): nine or thirteen digits, two rounds modulo 11. */
export const bgEik = identityNumber({
  id: 'bg-eik',
  cues: 'ПИК|ЕИК|EIK|БУЛСТАТ|BULSTAT|ДДС|VAT',
  written: '(?:BG)? #{9}(?:d{4})?',
  valid: isValidBgEik,
  alone: ['AA999999999'],
  examples: {
    positive: ['ЕИК: BG 098698902'],
    negative: ['ЕИК:  325210417'],
  },
});
