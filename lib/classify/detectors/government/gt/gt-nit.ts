import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): string {
  const body = Array.from(s.slice(0, -1)).reverse();
  const sum = body.reduce((total, digit, index) => total + Number(digit) * (2 + index), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'K' : String(rest);
}
/** Whether a written number has the form and passes the check. */
export const isValidGtNit = validator(/^\d{4,11}[0-9K]$/, (s) => check(s) === s.at(-1));

/** Guatemalan tax numbers (NIT, SAT): up to eleven digits, check character modulo 11. */
export const gtNit = identityNumber({
  id: 'gt-nit',
  cues: 'NIT|número de identificación tributaria|N.I.T.',
  written: 'd{4,8}-[0-9K]',
  valid: isValidGtNit,
  examples: {
    positive: ['NIT: 6137726-0'],
    negative: ['NIT: 5530-7'],
  },
});
