import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { passesLuhn } from '../finance/luhn.ts';

const NPI = cueWords(
  'npi',
  'npi|npi number|npi #|national provider identifier|national provider|provider id|provider number|rendering provider|referring provider',
);

/** Ten digits that pass the Luhn check behind the prefix 80840 (45 CFR 162.406; CMS "NPI check digit"). */
export function isNpi(digits: string): boolean {
  return /^[12][0-9]{9}$/.test(digits) && passesLuhn(`80840${digits}`);
}

/** US national provider identifiers, near a cue. */
export const usNpi: Detector = {
  id: 'us-npi',
  type: 'US_NPI',
  class: 'PHI',
  regions: ['US'],
  needs: ['digit'],
  requires: [NPI],
  find(scan) {
    const found: Candidate[] = [];
    for (const { start, end, digits, sizes } of scan.numbers(10, 3)) {
      if (sizes.length > 3 || !isNpi(digits) || !scan.near(NPI, start, end, 60, 20)) continue;
      found.push({ start, end, confidence: 0.97, evidence: ['pattern', 'validator:npi', 'cue:npi'] });
    }
    return found;
  },
  examples: {
    positive: ['NPI 1234567893', "Our provider's NPI is 1245319599", 'NPI: 1245-319-599'],
    negative: ['NPI 1234567890', '1234567893', 'NPI 3234567893'],
  },
};
