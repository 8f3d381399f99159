import type { Detector } from '../../detector.ts';
import { taggedAs } from './tagged-as.ts';

/** Below this a word with a capital is about as often the name of something else. */
const LEAST = 0.68;

/** Companies, agencies, schools and clubs, by the trained tagger. Off inside source code. */
export const organization: Detector = {
  id: 'organization',
  type: 'ORGANIZATION',
  class: 'PII',
  regions: [],
  needs: [],
  find: (scan) => taggedAs(scan, 'ORGANIZATION', LEAST),
  examples: {
    positive: ['I work at Siemens as an engineer.', 'The invoice from Harbor Logistics Ltd is overdue.'],
    negative: ['Please read the Terms and Conditions.', 'import { Siemens } from "./vendors";\nconst a = Siemens();'],
  },
};
