import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const first = weigh(s, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  const second = weigh(s, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
  // A first digit of ten becomes zero and lowers the second one by two.
  const lowered = first >= 10 ? second - 2 : second;
  const last = lowered < 0 ? lowered + 11 : lowered;
  return (
    (first >= 10 ? 0 : first) === digitAt(s, 9) && (last >= 10 ? 0 : last) === digitAt(s, 10) && new Set(s).size > 1
  );
}
/** Whether a written number has the form and passes the check. */
export const isValidBrCnh = validator(/^\d{11}$/, (s) => passes(s));

/** Brazilian driving licence numbers (CNH; Denatran/Senatran): nine digits, two check digits modulo 11. */
export const brCnh = identityNumber({
  id: 'br-cnh',
  cues: 'CNH|carteira de motorista|habilitação',
  written: '#{11}',
  valid: isValidBrCnh,
  examples: {
    positive: ['CNH: 31627421052'],
    negative: ['CNH: 82572324367'],
  },
});
