import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const KINDS: Record<string, number> = { V: 4, E: 8, J: 12, P: 16, G: 20, C: 12 };
function check(s: string): number {
  const rest = (KINDS[s[0]!]! + weigh(s, [3, 2, 7, 6, 5, 4, 3, 2], 1)) % 11;
  return rest < 2 ? 0 : 11 - rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidVeRif = validator(/^[VEJPGC]\d{9}$/, (s) => check(s) === digitAt(s, 9));

/** Venezuelan tax numbers (RIF, SENIAT): a letter, eight digits, check digit modulo 11. */
export const veRif = identityNumber({
  id: 've-rif',
  cues: 'RIF|R.I.F.|registro de información fiscal|registro único de información fiscal',
  written: '[VEJPGC]-#{8}-d',
  valid: isValidVeRif,
  alone: ['A-99999999-9', 'A-999999999'],
  examples: {
    positive: ['RIF: V-52275735-3'],
    negative: ['RIF: E-24869708-7'],
  },
});
