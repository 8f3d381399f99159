import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const rest = 11 - (weigh(s, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return rest === 11 ? 0 : rest === 10 ? 9 : rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidArCuit = validator(/^(?:2[03457]|3[034]|5[015])\d{9}$/, (s) => check(s) === digitAt(s, 10));

/** Argentine tax numbers (CUIT, CUIL; ARCA): kind, eight digits, weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, modulo 11. */
export const arCuit = identityNumber({
  id: 'ar-cuit',
  cues: 'CUIT|CUIL|clave única de identificación tributaria|C.U.I.T.|C.U.I.L.|CDI',
  written: '#{11}',
  valid: isValidArCuit,
  alone: ['99-99999999-9'],
  examples: {
    positive: ['CUIT: 33580066629'],
    negative: ['CUIT: 24311737707'],
  },
});
