import { identityNumber } from '../identity-number.ts';

/** Austrian passport numbers (Passgesetz): a letter and seven digits, newer ones two letters, known by the label. */
export const atPassport = identityNumber({
  id: 'at-passport',
  type: 'AT_PASSPORT',
  region: 'AT',
  cues: 'Reisepass|Reisepassnummer|Passnummer|österreichischer Reisepass|Austrian passport',
  written: 'a{1,2} d{7}',
  cued: 0.75,
  reach: 40,
  examples: {
    positive: ['Reisepass: MA 7744154', 'Reisepassnummer P4366918'],
    negative: ['Reisepass seit 2019'],
  },
});
