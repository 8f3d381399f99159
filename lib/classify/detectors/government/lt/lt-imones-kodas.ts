import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const first = weigh(s, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  return first < 10 ? first : (weigh(s, [3, 4, 5, 6, 7, 8, 9, 1]) % 11) % 10;
}
/** Whether a written number has the form and passes the check. */
export const isValidLtImonesKodas = validator(/^\d{9}$/, (s) => check(s) === digitAt(s, 8));

/** Lithuanian company codes (Registrų centras): nine digits, two rounds modulo 11. */
export const ltImonesKodas = identityNumber({
  id: 'lt-imones-kodas',
  cues: 'kodas',
  written: '#{9}',
  valid: isValidLtImonesKodas,
  examples: {
    positive: ['kodas: 315269326'],
    negative: ['kodas: 848482597'],
  },
});
