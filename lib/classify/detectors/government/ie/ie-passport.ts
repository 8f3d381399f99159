import { identityNumber } from '../identity-number.ts';

/** Irish passport numbers (Department of Foreign Affairs): one or two letters and seven digits. */
export const iePassport = identityNumber({
  id: 'ie-passport',
  cues: 'Irish passport',
  written: '[A-Z]{1,2}d{7}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['Irish passport: W1429142'],
    negative: ['Irish passport 2019'],
  },
});
