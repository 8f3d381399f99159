import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { passesLuhn } from '../finance/luhn.ts';

const IMEI = cueWords(
  'imei',
  'imei|imeisv|imei number|device|handset|phone|smartphone|gerat|telephone|dispositivo|geratenummer|iphone|android|mobile',
);
const STRONG = cueWords('imei-label', 'imei|imeisv|imei number|imei no|imei-nummer|imei1|imei2');

/** Numbers of mobile devices (3GPP TS 23.003: 15 digits, Luhn; 16 with software version), near a cue. */
export const imei: Detector = {
  id: 'imei',
  type: 'IMEI',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  requires: [IMEI, STRONG],
  find(scan) {
    const found: Candidate[] = [];
    for (const count of [15, 16]) {
      for (const { start, end, digits, sizes } of scan.numbers(count, 4)) {
        const strong = scan.near(STRONG, start, end, 40, 20);
        if (sizes.length > 4 || (count === 16 && !strong) || new Set(digits).size < 3) continue;
        if (count === 15 && !passesLuhn(digits)) continue;
        if (!strong && (!scan.near(IMEI, start, end, 30, 15) || sizes.join(',') !== '15' || /^3[47]/.test(digits)))
          continue;
        found.push({
          start,
          end,
          confidence: strong ? 0.99 : 0.7,
          evidence: ['pattern', 'validator:luhn', 'cue:imei'],
        });
      }
    }
    return found;
  },
  examples: {
    positive: ['IMEI 356938035643809', 'IMEI: 49-015420-323751-8', 'my handset 490154203237518 was stolen'],
    negative: ['IMEI 356938035643808', '356938035643809', 'device 2024'],
  },
};
