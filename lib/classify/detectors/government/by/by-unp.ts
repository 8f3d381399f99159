import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const second = 'ABCEHKMOPT'.indexOf(s[1]!);
  return weigh(second < 0 ? s : `${s[0]}${second}${s.slice(2)}`, [29, 23, 19, 17, 13, 7, 5, 3]) % 11 === digitAt(s, 8);
}
/** Whether a written number has the form and passes the check. */
export const isValidByUnp = validator(/^(?:[1-7]\d|[ABCEHKM][ABCEHKMOPT])\d{7}$/, (s) => passes(s));

/** Belarusian payer numbers (УНП, МНС): nine characters, weights 29, 23, 19, 17, 13, 7, 5, 3, modulo 11. */
export const byUnp = identityNumber({
  id: 'by-unp',
  cues: 'УНП|UNP|учетный номер плательщика|УНН',
  written: '[1-7ABCEHKM][0-9ABCEHKMOPT]d{7}',
  valid: isValidByUnp,
  examples: {
    positive: ['УНП: MC9466052'],
    negative: ['УНП: 141556714'],
  },
});
