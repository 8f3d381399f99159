import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const odd = weigh(s, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weigh(s, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digitAt(s, 9) && (odd + even + tenth) % 10 === digitAt(s, 10);
}
/** Whether a written number has the form and passes the check. */
export const isValidTrTckn = validator(/^[1-9]\d{10}$/, (s) => passes(s));

/** Turkish identity numbers (T.C. kimlik numarası; Nüfus ve Vatandaşlık İşleri): eleven digits, two check digits modulo 10. */
export const trTckn = identityNumber({
  id: 'tr-tckn',
  cues: 'TCK|kimlik numaram|kimlik numaranız|T.C. no|TC|T.C.|TC kimlik|TCKN|T.C. kimlik|kimlik numarası|kimlik no|Turkish identity number|TC no',
  written: '#{11}',
  valid: isValidTrTckn,
  examples: {
    positive: ['TC kimlik: 10793403940'],
    negative: ['TC kimlik: 59498945747'],
  },
});
