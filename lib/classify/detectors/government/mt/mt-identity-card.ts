import { identityNumber } from '../identity-number.ts';

/** Maltese identity card numbers (Identità): up to seven digits and a letter for the register. */
export const mtIdentityCard = identityNumber({
  id: 'mt-identity-card',
  cues: 'Maltese identity card|karta tal-identità|Malta ID|ID card|identity card number',
  written: 'd{3,7}[ ]?[MGAPLHBZ]',
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['Maltese identity card: 14486H', 'karta tal-identità 123480M'],
    negative: ['karta tal-identità tal-1999'],
  },
});
