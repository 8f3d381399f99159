import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const TRANSIT = cueWords(
  'ca-transit',
  'transit|transit number|transit no|institution number|branch transit|bank transit|numero de transit|transit/institution|eft routing',
);

/** Transit and institution numbers of Canadian banks (Payments Canada: 5 digits, 3 digits; electronically 0, 3, 5). */
export const caTransit = labelledDetector({
  id: 'ca-transit',
  type: 'CA_BANK_ACCOUNT',
  class: 'PII',
  regions: ['CA'],
  labels: TRANSIT,
  value: '(?:[0-9]{5}[- ]0?[0-9]{3}|0[0-9]{3}[0-9]{5}|[0-9]{5})(?:[ -][0-9]{7,12})?(?![0-9A-Za-z]|[-.,/][0-9])',
  confidence: 0.86,
  examples: {
    positive: ['transit number 12345-003', 'Transit: 10202-010 1234567', 'transit no. 00214'],
    negative: ['transit of 2024', 'transit takes 3 days', 'number 12345-003'],
  },
});
