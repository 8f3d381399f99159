import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const BLZ = cueWords('de-blz', 'blz|bankleitzahl');

/** German bank codes (Deutsche Bundesbank: eight digits, the first 1 to 8), as written beside an account number. */
export const deBankCode = labelledDetector({
  id: 'de-bank-code',
  type: 'DE_BANK_CODE',
  class: 'PII',
  regions: ['DE', 'AT'],
  labels: BLZ,
  value: '[1-8][0-9]{2} ?[0-9]{3} ?[0-9]{2}(?![0-9A-Za-z]|[-.,/][0-9])',
  examples: {
    positive: ['BLZ 370 400 44', 'Bankleitzahl: 10050000'],
    negative: ['BLZ fehlt', 'BLZ 93704004', 'Konto 37040044'],
  },
});
