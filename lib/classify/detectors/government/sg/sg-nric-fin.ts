import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const LETTERS: Record<string, string> = {
  S: 'JZIHGFEDCBA',
  T: 'JZIHGFEDCBA',
  F: 'XWUTRQPNMLK',
  G: 'XWUTRQPNMLK',
  M: 'KLJNPQRTUWX',
};
const OFFSETS: Record<string, number> = { S: 0, T: 4, F: 0, G: 4, M: 3 };
function passesLetter(s: string): boolean {
  const rest = (weigh(s, [2, 7, 6, 5, 4, 3, 2], 1) + OFFSETS[s[0]!]!) % 11;
  return LETTERS[s[0]!]![s[0] === 'M' ? 10 - rest : rest] === s[8];
}
/** Whether a written number has the form and passes the check. */
export const isValidSgNricFin = validator(/^[STFGM]\d{7}[A-Z]$/, (s) => passesLetter(s));

/** Singapore identity numbers of residents and foreigners (NRIC, FIN; Immigration & Checkpoints Authority): weights 2, 7, 6, 5, 4, 3, 2, check letter modulo 11. */
export const sgNricFin = identityNumber({
  id: 'sg-nric-fin',
  cues: 'IC|NRIC|FIN|identity card number|Singapore IC|pink ic',
  written: '[STFGM]d{7}a',
  valid: isValidSgNricFin,
  alone: ['A9999999A'],
  examples: {
    positive: ['NRIC: T4526093Z'],
    negative: ['NRIC: G7984987M'],
  },
});
