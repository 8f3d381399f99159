import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const rest = weigh(s, [8, 9, 4, 5, 6, 7, 8, 9]) % 11;
  return rest === 10 ? 1 : rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidMzNuit = validator(/^\d{9}$/, (s) => check(s) === digitAt(s, 8));

/** Mozambican tax numbers (NUIT): nine digits, weights 8, 9, 4, 5, 6, 7, 8, 9, modulo 11. */
export const mzNuit = identityNumber({
  id: 'mz-nuit',
  cues: 'NUIT|número único de identificação tributária',
  written: '#{9}',
  valid: isValidMzNuit,
  examples: {
    positive: ['NUIT: 119023531'],
    negative: ['NUIT: 401337617'],
  },
});
