import { identityNumber } from '../identity-number.ts';

/** Austrian passport numbers (Passgesetz): a letter and seven digits, newer ones two letters, known by the label. */
export const atPassport = identityNumber({
  id: 'at-passport',
  cues: 'österreichischer Reisepass|Austrian passport',
  vague: 'Reisepass|Reisepassnummer|Passnummer',
  written: 'a{1,2} d{7}',
  cued: 0.82,
  reach: 40,
  examples: {
    positive: ['österreichischer Reisepass: MA 7744154', 'Reisepassnummer P4366918'],
    negative: ['Reisepass seit 2019'],
  },
});
