import { type Candidate, cueWords, type Detector, type WordList } from '../../../detector.ts';
import { isLabelledNumber } from '../../../number-labels.ts';
import { validator } from '../check-digits.ts';

const ITIN = cueWords('itin', 'taxpayer identification|tax id|taxpayer id');
/** Said of these numbers alone. */
const OWN: WordList = {
  ...cueWords('us-itin', 'itin|itins|individual taxpayer|individual taxpayer identification number'),
  labels: 'number',
};
/** Fourth and fifth digit of numbers in use (IRS Publication 1915): 50-65, 70-88, 90-92, 94-99. */
const FORM = /^9[0-9]{2}(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-2]|9[4-9])[0-9]{4}$/;

/** Whether a written number has the form and range of an individual taxpayer number. */
export const isValidUsItin = validator(FORM);

/** US individual taxpayer identification numbers. */
export const usItin: Detector = {
  id: 'us-itin',
  type: 'US_ITIN',
  class: 'PII',
  regions: ['US'],
  needs: ['digit'],
  cues: [ITIN, OWN],
  find(scan) {
    const found: Candidate[] = [];
    for (const { start, end, digits, sizes, separator } of scan.numbers(9, 3)) {
      const form = sizes.join(',');
      if (!FORM.test(digits) || digits === '999999999' || (form !== '3,2,4' && form !== '9')) continue;
      if (isLabelledNumber(scan, start, end, ({ id }) => id === 'us-atin')) continue;
      const reach = form === '9' ? 50 : 300;
      const cue = scan.near(ITIN, start, end, reach) || scan.near(OWN, start, end, reach);
      // Only hyphens set it apart from coordinates and phones.
      if (!cue && (form === '9' || separator !== '-')) continue;
      const evidence = ['pattern', 'validator:ranges', ...(cue ? ['cue:itin'] : [])];
      found.push({ start, end, confidence: cue ? 0.95 : 0.75, evidence });
    }
    return found;
  },
  examples: {
    positive: ['ITIN: 912-70-1234', '912-94-1234', 'his ITIN is 912701234'],
    negative: ['mask="999-99-9999"', '912-93-1234', '812-70-1234', 'order 912701234'],
  },
};
