import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { PATIENT } from './patient-words.ts';

const DIAGNOSIS = cueWords(
  'diagnosis',
  'icd|icd10|icd 10|dx|diagnosis|diagnoses|diagnosed|diagnosis code|diagnose|diagnosen|diagnostic|diagnostico|diagnosi|assessment|problem list',
);
const CODE = /(?<![A-Za-z0-9.-])[A-TV-Z][0-9][0-9AB](?:\.[0-9A-TV-Z]{1,4})?(?![A-Za-z0-9-]|\.[0-9])/g;

/** Codes of diagnoses (WHO ICD-10, CDC ICD-10-CM) in a text about a patient. */
export const icdCode: Detector = {
  id: 'icd-code',
  type: 'ICD_CODE',
  class: 'PHI',
  regions: [],
  needs: ['digit', 'capital'],
  requires: [DIAGNOSIS],
  cues: [PATIENT],
  find(scan) {
    const found: Candidate[] = [];
    if (!scan.has(PATIENT)) return found;
    for (const { 0: value, index } of scan.matchAll(CODE)) {
      const end = index + value.length;
      if (!scan.near(DIAGNOSIS, index, end, 60, 20) || !scan.near(PATIENT, index, end, 200)) continue;
      found.push({
        start: index,
        end,
        confidence: value.includes('.') ? 0.8 : 0.7,
        evidence: ['pattern', 'cue:diagnosis'],
      });
    }
    return found;
  },
  examples: {
    positive: ['Patient with diagnosis E11.9 and I10', 'MRN 00482913, ICD-10 F32.1'],
    negative: ['What does ICD-10 code E11.9 mean?', 'the patient sits in row A12', 'diagnosis of error E11'],
  },
};
