import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const BSB = cueWords('au-bsb', 'bsb|bsb number|bank state branch|bsb code|bsb no');

/** Bank-state-branch codes of Australia (AusPayNet: six digits, written 3-3), with the account number where one follows. */
export const auBsb = labelledDetector({
  id: 'au-bsb',
  type: 'AU_BANK_ACCOUNT',
  class: 'PII',
  regions: ['AU'],
  labels: BSB,
  value: '[0-9]{3}[- ]?[0-9]{3}(?:[ ,/]{1,3}[0-9]{5,10})?(?![0-9A-Za-z]|[-.,/][0-9])',
  examples: {
    positive: ['BSB 062-000', 'BSB: 033088 account number 1234567', 'BSB number 732 717'],
    negative: ['BSB missing', 'branch 062-000', 'BSB 12-345'],
  },
});
