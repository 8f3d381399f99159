import { identityNumber } from '../identity-number.ts';

/** Singapore passport numbers (ICA): K and seven digits, a letter. */
export const sgPassport = identityNumber({
  id: 'sg-passport',
  cues: 'Singapore passport',
  vague: 'passport|passport number|passport no',
  written: 'Kd{7}[A-Z]',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['Singapore passport: K2990012T'],
    negative: ['Singapore passport 2019'],
  },
});
