import { identityNumber } from '../identity-number.ts';

/** US Department of Defense identification numbers (DoDI 1000.30): ten digits, known by the label. */
export const usDodId = identityNumber({
  id: 'us-dod-id',
  cues: 'dod id|edipi|dodid|electronic data interchange personal identifier|cac number|military id number',
  written: '[1-9]d{9}',
  cued: 0.8,
  reach: 40,
  examples: {
    positive: ['dod id: 3755242705'],
    negative: ['DoD ID card lost'],
  },
});
