import { identityNumber } from '../identity-number.ts';

/** Nepali citizenship certificate numbers: groups of digits with district and year, known by the label. */
export const npPan = identityNumber({
  id: 'np-pan',
  type: 'NP_CITIZENSHIP',
  cues: 'नागरिकता|citizenship number|citizenship certificate|nagarikta',
  written: 'd{2}-d{2}-d{2}-d{5}',
  cued: 0.8,
  reach: 50,
  examples: {
    positive: ['नागरिकता: 25-41-42-92655'],
    negative: ['citizenship certificate from 1999'],
  },
});
