import { type Candidate, cueWords, type Detector } from '../../detector.ts';

const CBU = cueWords('ar-cbu', 'cbu|cvu|clave bancaria|clave bancaria uniforme|cuenta|transferencia|alias');

function checkDigit(digits: string): number {
  const weights = [3, 1, 7, 9];
  let sum = 0;
  // Weights run from the right: 3, 1, 7, 9, 3, ...
  for (let i = 0; i < digits.length; i += 1) sum += Number(digits[digits.length - 1 - i]) * weights[i % 4]!;
  return (10 - (sum % 10)) % 10;
}

/** The two check digits of a CBU: bank and branch, account (Banco Central de la Republica Argentina, weights 3, 1, 7, 9). */
export function isCbu(digits: string): boolean {
  return (
    digits.length === 22 &&
    checkDigit(digits.slice(0, 7)) === Number(digits[7]) &&
    checkDigit(digits.slice(8, 21)) === Number(digits[21]) &&
    new Set(digits).size > 2
  );
}

const NUMBER = /(?<![A-Za-z0-9])[0-9]{8}[ -]?[0-9]{14}(?![A-Za-z0-9])/g;

/** Bank accounts in Argentina: 22 digits with two check digits, near a cue. */
export const arCbu: Detector = {
  id: 'ar-cbu',
  type: 'AR_CBU',
  class: 'PII',
  regions: ['AR'],
  needs: ['digit'],
  requires: [CBU],
  find(scan) {
    const found: Candidate[] = [];
    for (const { 0: value, index } of scan.matchAll(NUMBER)) {
      const end = index + value.length;
      if (!isCbu(value.replace(/[^0-9]/g, '')) || !scan.near(CBU, index, end, 80)) continue;
      found.push({ start: index, end, confidence: 0.97, evidence: ['pattern', 'validator:cbu', 'cue:ar-cbu'] });
    }
    return found;
  },
  examples: {
    positive: ['CBU 2850590940090418135201', 'transferencia a 07201239 20000001234569'],
    negative: ['CBU 2850590940090418135202', '2850590940090418135201', 'CBU 2850591940090418135201'],
  },
};
