import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const state = Number(s.slice(8, 10));
  const lowered = state <= 2;
  const digit = (sum: number) => (sum % 11 === 10 ? 0 : lowered && sum % 11 === 0 ? 1 : sum % 11);
  const first = digit(weigh(s, [2, 3, 4, 5, 6, 7, 8, 9]));
  const second = digit(weigh(s.slice(8, 10) + first, [7, 8, 9]));
  return state >= 1 && state <= 28 && first === digitAt(s, 10) && second === digitAt(s, 11);
}
/** Whether a written number has the form and passes the check. */
export const isValidBrTitulo = validator(/^\d{12}$/, (s) => passes(s));

/** Brazilian voter numbers (título de eleitor; Resolução TSE 21.538): eight digits, state, two check digits modulo 11. */
export const brTitulo = identityNumber({
  id: 'br-titulo',
  type: 'BR_TITULO_ELEITOR',
  cues: 'título de eleitor|título eleitoral|título do eleitor|inscrição eleitoral|Brazilian voter id',
  written: '#{12}',
  valid: isValidBrTitulo,
  examples: {
    positive: ['título de eleitor: 951742162879'],
    negative: ['título de eleitor: 487265122527'],
  },
});
