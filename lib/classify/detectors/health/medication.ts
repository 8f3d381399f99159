import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { MEDICATIONS } from './medication-words.data.ts';
import { PATIENT } from './patient-words.ts';

const MEDICATION = cueWords('medication', ...MEDICATIONS);
/** A dose behind the name makes it a prescription: `metformin 500 mg twice daily`. */
const DOSE =
  /(?: [A-Za-z]{2,12})?[ ,]{1,2}[0-9]{1,4}(?:[.,][0-9]{1,3})?(?:\/[0-9]{1,4})? ?(?:mg|mcg|µg|ug|g|ml|units?|iu|ie|ui|%)(?![A-Za-z])/iy;

/** What a patient takes: a medicine with its dose in a text about a patient (HIPAA: information about treatment, 45 CFR 160.103). */
export const medication: Detector = {
  id: 'medication',
  type: 'MEDICATION',
  class: 'PHI',
  regions: [],
  needs: ['digit'],
  requires: [MEDICATION],
  cues: [PATIENT],
  find(scan) {
    const { starts, ends } = scan.words(MEDICATION);
    const found: Candidate[] = [];
    starts.forEach((start, index) => {
      const end = ends[index]!;
      if (!scan.near(PATIENT, start, end, 200)) return;
      const dose = scan.matchAt(DOSE, end);
      if (dose === null) return;
      found.push({ start, end: end + dose[0].length, confidence: 0.75, evidence: ['pattern', 'cue:patient-context'] });
    });
    return found;
  },
  examples: {
    positive: ['Patient takes metformin 500 mg twice daily', 'MRN 00482913: lisinopril 10 mg'],
    negative: ['What does ibuprofen 400 mg do?', 'the patient asks about ibuprofen', 'metformin is a medicine'],
  },
};
