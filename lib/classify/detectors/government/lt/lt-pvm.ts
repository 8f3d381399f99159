import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const weights = Array.from({ length: s.length - 1 }, (_, index) => 1 + (index % 9));
  const first = weigh(s, weights) % 11;
  const check =
    first === 10
      ? (weigh(
          s,
          weights.map((_, index) => 1 + ((index + 2) % 9)),
        ) %
          11) %
        10
      : first;
  return s.at(-2) === '1' && check === digitAt(s, -1);
}
/** Whether a written number has the form and passes the check. */
export const isValidLtPvm = validator(/^(?:LT)?(?:\d{9}|\d{12})$/, (s) => passes(s.replace('LT', '')));

/** Lithuanian value added tax numbers (PVM, Valstybinė mokesčių inspekcija): nine or twelve digits, two rounds modulo 11. */
export const ltPvm = identityNumber({
  id: 'lt-pvm',
  cues: 'PVM|VAT',
  written: '(?:LT )?(?:#{12}|#{9})',
  valid: isValidLtPvm,
  alone: ['AA999999999', 'AA999999999999'],
  examples: {
    positive: ['PVM: LT 050310384118'],
    negative: ['PVM: LT 820316014'],
  },
});
