import { type Candidate, cueWords, type Detector } from '../../detector.ts';

const CCC = cueWords(
  'es-ccc',
  'ccc|cuenta|codigo cuenta cliente|cuenta bancaria|cuenta corriente|domiciliacion|numero de cuenta|banco',
);
const WEIGHTS = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

function checkDigit(ten: string): number {
  let sum = 0;
  for (let i = 0; i < 10; i += 1) sum += Number(ten[i]) * WEIGHTS[i]!;
  const rest = 11 - (sum % 11);
  return rest === 11 ? 0 : rest === 10 ? 1 : rest;
}

/** The two check digits of a codigo cuenta cliente (Consejo Superior Bancario): weights are powers of two modulo 11. */
export function isCcc(digits: string): boolean {
  return (
    digits.length === 20 &&
    checkDigit(`00${digits.slice(0, 8)}`) === Number(digits[8]) &&
    checkDigit(digits.slice(10)) === Number(digits[9]) &&
    new Set(digits).size > 2
  );
}

/** Spanish bank accounts as written before IBAN: 20 digits with two check digits, near a cue. */
export const esCcc: Detector = {
  id: 'es-ccc',
  type: 'ES_CCC',
  class: 'PII',
  regions: ['ES'],
  needs: ['digit'],
  requires: [CCC],
  find(scan) {
    const found: Candidate[] = [];
    for (const { start, end, digits } of scan.numbers(20)) {
      if (!isCcc(digits) || !scan.near(CCC, start, end, 80)) continue;
      found.push({ start, end, confidence: 0.97, evidence: ['pattern', 'validator:ccc', 'cue:es-ccc'] });
    }
    return found;
  },
  examples: {
    positive: ['cuenta 2100 0418 45 0200051332', 'CCC: 00491500010512345678'],
    negative: ['cuenta 2100 0418 46 0200051332', '21000418450200051332'],
  },
};
