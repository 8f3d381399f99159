import { identityNumber } from '../identity-number.ts';

/** French passport numbers (ANTS): two digits, two letters, five digits, known by the label. */
export const frPassport = identityNumber({
  id: 'fr-passport',
  cues: 'passeport|French passport',
  vague: 'passport',
  written: 'dd [A-Z]{2} d{5}',
  cued: 0.86,
  reach: 50,
  examples: {
    positive: ['passeport: 41 ND 03690', 'passeport n° 12AB34567'],
    negative: ['passeport valable 10 ans'],
  },
});
