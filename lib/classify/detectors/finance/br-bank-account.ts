import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const AGENCY = cueWords('br-agency', 'agencia|ag|ag.|agência|banco e agencia');

/** Branch and account at a Brazilian bank, as people write them: `agência 1234-5, conta 12345-6` (FEBRABAN). */
export const brBankAccount = labelledDetector({
  id: 'br-bank-account',
  type: 'BR_BANK_ACCOUNT',
  class: 'PII',
  regions: ['BR'],
  labels: AGENCY,
  value:
    '[0-9]{4}(?:-[0-9Xx])?[ ,;/e]{1,4}(?:conta(?: corrente| poupança)?|c/c|cc|c/p)[ .:]{1,3}[0-9]{4,12}(?:-[0-9Xx])?(?![0-9A-Za-z])',
  examples: {
    positive: ['agência 1234-5, conta 123456-7', 'Ag. 0001 c/c: 55443-2', 'agencia 4321 e conta corrente 0098765-X'],
    negative: ['agência 1234', 'conta 123456-7', 'agencia de viagens'],
  },
});
