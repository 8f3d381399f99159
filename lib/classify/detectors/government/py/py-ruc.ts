import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const body = Array.from(s.slice(0, -1)).reverse();
  const rest = body.reduce((total, digit, index) => total + Number(digit) * (2 + index), 0) % 11;
  return rest > 1 ? 11 - rest : 0;
}
/** Whether a written number has the form and passes the check. */
export const isValidPyRuc = validator(/^[1-9]\d{5,8}$/, (s) => check(s) === digitAt(s, -1));

/** Paraguayan taxpayer numbers (RUC, DNIT): five to eight digits, check digit modulo 11. */
export const pyRuc = identityNumber({
  id: 'py-ruc',
  cues: 'RUC|registro único de contribuyentes|R.U.C.',
  written: 'd{5,8}-d',
  valid: isValidPyRuc,
  examples: {
    positive: ['RUC: 63636-3'],
    negative: ['RUC: 20771240-7'],
  },
});
