import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';
import { isNoDate } from '../person/record-number.ts';

const LABELS = cueWords(
  'mrn',
  'mrn|medical record number|medical record no|medical record|medical record #|med rec|med rec no|mr number|mr no|mr #|patient id|patient number|patient no|patient #|patientid|health record number|chart number|chart no|chart #|hospital number|hospital no|unit number|encounter number|encounter id|visit number|visit id|accession|accession number|lab accession|specimen id|specimen number|sample id|donor number|donor no|donor id|study subject|subject id|medicalrecordnumber|prescription number|rx number|rx #|rx no|patientennummer|patienten-nr|patienten-id|fallnummer|fall-nr|aufnahmenummer|numero de dossier|numero de dossier medical|ipp|historia clinica|nhc|numero de historia|numero de historia clinica|cartella clinica|numero di cartella|patientnummer|patientnr|dossiernummer|prontuario',
);

/** Numbers of a patient's record, specimen or stay (45 CFR 164.514(b)(2)(i)(H)). Hospitals number as they like, so only the label tells. */
export const medicalRecordNumber = labelledDetector({
  id: 'medical-record-number',
  type: 'MEDICAL_RECORD_NUMBER',
  class: 'PHI',
  labels: LABELS,
  value: '(?=[A-Za-z0-9-]{0,12}[0-9]{3})[A-Za-z]{0,4}-?[0-9][A-Za-z0-9-]{2,14}(?![A-Za-z0-9]|[/.:][0-9])',
  validator: { name: 'not-a-date', accepts: isNoDate },
  examples: {
    positive: [
      'MRN: 00482913',
      'Medical record number is A-7731920',
      '"patient_id": "PT-882134"',
      'MRN#4829134',
      'Lab accession L26-698856',
      'Patientennummer 4471882',
      'Rx #: 7712834',
    ],
    negative: ['the medical record of 2024', 'MRN unknown', 'patient id is required', 'medical record 2024-05-06'],
  },
});
