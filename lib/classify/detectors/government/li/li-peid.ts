import { identityNumber } from '../identity-number.ts';

/** Liechtenstein personal identification numbers (PEID): up to twelve digits, known by the label. */
export const liPeid = identityNumber({
  id: 'li-peid',
  cues: 'PEID|Personenidentifikationsnummer',
  written: 'd{6,12}',
  cued: 0.8,
  reach: 40,
  examples: {
    positive: ['PEID: 769369499241', 'PEID-Nummer 1234567'],
    negative: ['PEID unbekannt'],
  },
});
