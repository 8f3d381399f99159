import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const RIB = cueWords('fr-rib', "rib|releve d'identite bancaire|code banque|code guichet|compte|cle rib|domiciliation");

/** Letters count as in the French banking alphabet: A-I 1-9, J-R 1-9, S-Z 2-9. */
function letterValue(letter: string): string {
  const index = letter.charCodeAt(0) - 65;
  return String(index < 18 ? (index % 9) + 1 : ((index - 18) % 8) + 2);
}

/** The key of a RIB (Comite francais d'organisation et de normalisation bancaires): 97 less the weighted rest. */
export function isRib(value: string): boolean {
  const plain = value.replace(/[ -]/g, '').toUpperCase();
  if (!/^[0-9]{10}[A-Z0-9]{11}[0-9]{2}$/.test(plain)) return false;
  const digits = plain.replace(/[A-Z]/g, letterValue);
  const rest =
    (89 * Number(digits.slice(0, 5)) + 15 * Number(digits.slice(5, 10)) + 3 * Number(digits.slice(10, 21))) % 97;
  return 97 - rest === Number(digits.slice(21)) && new Set(digits).size > 2;
}

/** French bank accounts as written before IBAN: bank, branch, account, key; near a cue. */
export const frRib = shapedDetector({
  id: 'fr-rib',
  type: 'FR_RIB',
  class: 'PII',
  regions: ['FR'],
  pattern: /(?<![A-Za-z0-9])[0-9]{5}[ -]?[0-9]{5}[ -]?[A-Z0-9]{11}[ -]?[0-9]{2}(?![A-Za-z0-9])/gi,
  validator: { name: 'rib', accepts: isRib },
  cue: RIB,
  alone: 0,
  cued: 0.97,
  examples: {
    positive: ['RIB : 20041 01005 0500013M026 06', 'mon compte 20041010050500013M02606'],
    negative: ['RIB : 20041 01005 0500013M026 07', '20041 01005 0500013M026 06'],
  },
});
