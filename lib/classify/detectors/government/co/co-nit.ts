import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const PRIMES = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
function check(s: string): number {
  const body = Array.from(s.slice(0, -1)).reverse();
  const rest = body.reduce((total, digit, index) => total + Number(digit) * PRIMES[index]!, 0) % 11;
  return rest > 1 ? 11 - rest : rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidCoNit = validator(/^\d{8,11}$/, (s) => check(s) === digitAt(s, -1));

/** Colombian tax numbers (NIT, DIAN): up to fifteen digits, prime weights modulo 11. */
export const coNit = identityNumber({
  id: 'co-nit',
  cues: 'NIT|número de identificación tributaria|N.I.T.',
  shared: 'RUT',
  written: 'd{2,3}.d{3}.d{3}-d|d{1}.d{3}.d{3}.d{3}-d',
  valid: isValidCoNit,
  alone: ['999.999.999-9'],
  examples: {
    positive: ['NIT: 9.710.056.054-2'],
    negative: ['NIT: 64.287.105-7'],
  },
});
