import { identityNumber } from '../identity-number.ts';

/** Nigerian tax identification numbers (FIRS): eight and four digits, or ten, known by the label. */
export const ngTin = identityNumber({
  id: 'ng-tin',
  cues: 'Nigerian TIN|FIRS|JTB TIN',
  written: '(?:d{8}-d{4}|d{10})',
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['Nigerian TIN: 8035746097'],
    negative: ['FIRS circular 2021'],
  },
});
