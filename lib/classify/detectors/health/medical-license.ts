import { cueWords } from '../../detector.ts';
import { codeValue, labelledDetector } from '../labelled-detector.ts';
import { isNoDate } from '../person/record-number.ts';

const LABELS = cueWords(
  'medical-license',
  'medical license|medical license number|medical licence|medical licence number|license number|licence number|license no|licence no|lic no|lic. no|license #|physician license|nursing license|pharmacy license|state license|certificate number|certificate no|certification number|board certification|bar number|bar no|pilot license|gmc number|gmc no|gmc|nmc pin|approbationsnummer|numero rpps|rpps|adeli|numero de colegiado|colegiado|numero iscrizione albo|big nummer|crm',
);

/** Licences and certificates of people (45 CFR 164.514(b)(2)(i)(K)): physicians, nurses, pilots, lawyers. Known by their label. */
export const medicalLicense = labelledDetector({
  id: 'medical-license',
  type: 'MEDICAL_LICENSE',
  class: 'PHI',
  labels: LABELS,
  value: codeValue(5, 16, 3),
  validator: { name: 'not-a-date', accepts: isNoDate },
  confidence: 0.86,
  examples: {
    positive: ['medical license number MD-448213', 'License no. A1182734', 'GMC number 7012345', 'RPPS 10003456789'],
    negative: ['license number missing', 'license no longer', 'certificate 12', 'MIT license 2024'],
  },
});
