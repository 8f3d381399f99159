import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** The check digit for one set of weights; ten when another set must decide. */
function checkBy(s: string, weights: readonly number[]): number {
  return (11 - (weigh(s, weights) % 11)) % 11;
}
function passesIrd(digits: string): boolean {
  const s = digits.padStart(9, '0');
  if (Number(s) < 10_000_000 || Number(s) > 150_000_000) return false;
  const first = checkBy(s, [3, 2, 7, 6, 5, 4, 3, 2]);
  return (first === 10 ? checkBy(s, [7, 4, 3, 2, 5, 2, 7, 6]) : first) === digitAt(s, 8);
}
/** Whether a written number has the form and passes the check. */
export const isValidNzIrd = validator(/^\d{8,9}$/, (s) => passesIrd(s));

/** New Zealand IRD numbers (Inland Revenue, "IRD number validation"): eight or nine digits, two rounds modulo 11. */
export const nzIrd = identityNumber({
  id: 'nz-ird',
  cues: 'ird|inland revenue number|gst number|tax number',
  written: 'd{2,3}-d{3}-d{3}',
  valid: isValidNzIrd,
  examples: {
    positive: ['ird: 90-146-459'],
    negative: ['ird: 93-093-037'],
  },
});
