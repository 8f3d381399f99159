import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const SORT_CODE = cueWords('uk-sort-code', 'sort code|sortcode|s/c|bank sort code');

/** Sort codes of UK and Irish banks (six digits, Pay.UK), with the account number where one follows. */
export const ukSortCode = labelledDetector({
  id: 'uk-sort-code',
  type: 'UK_SORT_CODE',
  class: 'PII',
  regions: ['GB', 'IE'],
  labels: SORT_CODE,
  value: '[0-9]{2}([- ]?)[0-9]{2}\\2[0-9]{2}(?:[ ,/]{1,3}[0-9]{7,8})?(?![0-9A-Za-z]|[-.,/][0-9])',
  examples: {
    positive: ['sort code 20-00-00', 'Sort-code: 601613 31926819', 'sort code 08 99 99, account number 66374958'],
    negative: ['sort code', 'sort code review 2024', 'code 20-00-00', 'sort code 20-00-00-1'],
  },
});
