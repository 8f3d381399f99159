import { identityNumber } from '../identity-number.ts';

/** Nigerian passport numbers (Nigeria Immigration Service): a letter and eight digits. */
export const ngPassport = identityNumber({
  id: 'ng-passport',
  cues: 'Nigerian passport|Nigeria passport',
  written: '[AB]d{8}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['Nigerian passport: A77154887'],
    negative: ['Nigerian passport 2019'],
  },
});
