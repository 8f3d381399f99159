import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';
import { isNoDate } from './record-number.ts';

const LABELS = cueWords(
  'student-id',
  'student id|student number|student no|student #|studentid|matriculation number|matrikelnummer|matrikel-nr|numero etudiant|numero de estudiante|matricola studente|studentnummer|pupil number',
);

/** Numbers of pupils and students, known by their label (FERPA: 34 CFR 99.3). */
export const studentId = labelledDetector({
  id: 'student-id',
  type: 'STUDENT_ID',
  class: 'PII',
  labels: LABELS,
  value: codeValue(5, 14, 2),
  validator: { name: 'not-a-date', accepts: isNoDate },
  confidence: 0.88,
  examples: {
    positive: ['Student ID: S1882347', 'Matrikelnummer 4471882', 'student number 20211834'],
    negative: ['student id required', 'student number 7'],
  },
});
