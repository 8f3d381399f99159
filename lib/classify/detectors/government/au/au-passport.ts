import { identityNumber } from '../identity-number.ts';

/** Australian passport numbers (DFAT): one or two letters and seven digits, known by the label. */
export const auPassport = identityNumber({
  id: 'au-passport',
  cues: 'Australian passport',
  vague: 'passport|passport number|passport no',
  written: '[A-Z]{1,2}[ ]?d{7}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['Australian passport: Q5351845'],
    negative: ['Australian passport 2019'],
  },
});
