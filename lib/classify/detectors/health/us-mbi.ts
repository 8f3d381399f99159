import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const MEDICARE = cueWords(
  'medicare',
  'medicare|mbi|medicare beneficiary|medicare beneficiary identifier|medicare number|medicare id|hicn|beneficiary|medicare card|cms',
);
const LETTER = '[AC-HJKMNP-RT-Y]';
const EITHER = '[0-9AC-HJKMNP-RT-Y]';

/**
 * Medicare beneficiary identifiers (CMS: eleven places, each with its kind, without S, L, O, I, B, Z), printed 4-3-4; near
 * a cue. There is no check digit.
 */
export const usMbi = shapedDetector({
  id: 'us-mbi',
  type: 'US_MBI',
  class: 'PHI',
  regions: ['US'],
  pattern: new RegExp(
    `(?<![A-Za-z0-9-])[1-9]${LETTER}${EITHER}[0-9][- ]?${LETTER}${EITHER}[0-9][- ]?${LETTER}{2}[0-9]{2}(?![A-Za-z0-9-])`,
    'gi',
  ),
  cue: MEDICARE,
  reach: 100,
  alone: 0,
  cued: 0.95,
  examples: {
    positive: ['Medicare Beneficiary Identifier 1EG4-TE5-MK73', 'MBI: 1EG4TE5MK73', 'Medicare 7MK9-FA1-NQ54'],
    negative: ['1EG4-TE5-MK73', 'MBI 1SG4-TE5-MK73', 'Medicare 0EG4-TE5-MK73'],
  },
});
