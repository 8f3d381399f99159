import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';

const MRN = cueWords(
  'mrn',
  ...['mrn', 'medical record number', 'medical record no', 'medical record', 'med rec', 'patient id', 'patient number'],
  ...['patient no', 'patientid', 'patient_id', 'health record number', 'chart number', 'chart no', 'hospital number'],
  ...[
    'patientennummer',
    'fallnummer',
    'numero de dossier',
    'historia clinica',
    'cartella clinica',
    'medicalrecordnumber',
  ],
);
/** Hospitals number as they like: 4 to 15 characters with at least four digits. */
const VALUE = afterLabel('(?=[A-Za-z0-9-]{0,12}[0-9]{3})[A-Za-z]{0,4}-?[0-9][A-Za-z0-9-]{2,14}(?![A-Za-z0-9])');

/** Numbers of a patient's record, known only by the label in front of them. */
export const medicalRecordNumber: Detector = {
  id: 'medical-record-number',
  type: 'MEDICAL_RECORD_NUMBER',
  class: 'PHI',
  regions: [],
  needs: ['digit'],
  requires: [MRN],
  find: (scan) =>
    findLabelled(scan, MRN, VALUE).map(({ start, end }) => ({
      start,
      end,
      confidence: 0.9,
      evidence: ['pattern', 'cue:mrn'],
    })),
  examples: {
    positive: ['MRN: 00482913', 'Medical record number is A-7731920', '"patient_id": "PT-882134"', 'MRN#4829134'],
    negative: ['the medical record of 2024', 'MRN unknown', 'patient id is required'],
  },
};
