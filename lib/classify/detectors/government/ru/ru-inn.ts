import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string, weights: readonly number[]): number {
  return (weigh(s, weights) % 11) % 10;
}
const TEN = [2, 4, 10, 3, 5, 9, 4, 6, 8];
function passes(s: string): boolean {
  if (s.length === 10) return check(s, TEN) === digitAt(s, 9);
  return check(s, [7, ...TEN]) === digitAt(s, 10) && check(s, [3, 7, ...TEN]) === digitAt(s, 11);
}
/** Whether a written number has the form and passes the check. */
export const isValidRuInn = validator(/^(?:\d{10}|\d{12})$/, (s) => Number(s) > 0 && passes(s));

/** Russian tax numbers (ИНН; ФНС order ММВ-7-6/435): ten or twelve digits with one or two check digits modulo 11. */
export const ruInn = identityNumber({
  id: 'ru-inn',
  cues: 'ИНН|INN|идентификационный номер налогоплательщика|Russian tax number',
  written: '(?:#{12}|#{10})',
  valid: isValidRuInn,
  examples: {
    positive: ['ИНН: 2263880920'],
    negative: ['ИНН: 5789155017'],
  },
});
