import type { Detector } from '../../detector.ts';
import { taggedAs } from './tagged-as.ts';

/** Places, by the trained tagger. Off inside source code. */
export const location: Detector = {
  id: 'location',
  type: 'LOCATION',
  class: 'PII',
  regions: [],
  needs: [],
  find: (scan) => taggedAs(scan, 'LOCATION'),
  examples: {
    positive: ['She lives in Manchester with two cats.', 'My flight from Lisbon to Nairobi was cancelled.'],
    negative: ['How do I sort a list in Python?', 'const Paris = new City();\nreturn Paris.name;'],
  },
};
