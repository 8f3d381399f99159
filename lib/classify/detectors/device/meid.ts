import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const LABELS = cueWords('meid', 'meid|meid number|esn|mobile equipment identifier');

/** Numbers of CDMA devices (3GPP2 S.R0048: 14 hex digits beginning with A0 to FF), known by their label. */
export const meid = labelledDetector({
  id: 'meid',
  type: 'MEID',
  class: 'PII',
  labels: LABELS,
  value: '[A-Fa-f][0-9A-Fa-f](?:[ -]?[0-9A-Fa-f]){12}(?![0-9A-Za-z])',
  examples: {
    positive: ['MEID: A0000000002329', 'meid AF 012345 0ABCDE'],
    negative: ['MEID 00000000002329', 'A0000000002329'],
  },
});
