import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const LABELS = cueWords('imsi', 'imsi|imsi number|subscriber identity|international mobile subscriber identity');

/** Subscriber identities of mobile networks (ITU-T E.212: country, network and subscriber, 14 or 15 digits), known by their label. */
export const imsi = labelledDetector({
  id: 'imsi',
  type: 'IMSI',
  class: 'PII',
  labels: LABELS,
  value: '[0-9](?:[ -]?[0-9]){13,14}(?![0-9A-Za-z]|[-.,/:][0-9])',
  examples: {
    positive: ['IMSI: 262011234567890', 'imsi=310150123456789'],
    negative: ['IMSI 2620112', '310150123456789'],
  },
});
