import { identityNumber } from '../identity-number.ts';

/** UK passport numbers (HM Passport Office): nine digits, known by the label. */
export const ukPassport = identityNumber({
  id: 'uk-passport',
  region: 'GB',
  cues: 'UK passport|British passport|passport of the United Kingdom|HMPO',
  written: 'd{9}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['UK passport: 756107131', 'her British passport 925665416'],
    negative: ['British passport lost in 2021'],
  },
});
