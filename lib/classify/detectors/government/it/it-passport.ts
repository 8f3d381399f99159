import { identityNumber } from '../identity-number.ts';

/** Italian passport numbers (Polizia di Stato): two letters and seven digits, known by the label. */
export const itPassport = identityNumber({
  id: 'it-passport',
  cues: 'passaporto|Italian passport',
  vague: 'passport',
  written: '[A-Z]{2}[ ]?d{7}',
  cued: 0.86,
  reach: 50,
  examples: {
    positive: ['passaporto: SK7768535', 'passaporto n. YA1234567'],
    negative: ['passaporto scaduto nel 2019'],
  },
});
