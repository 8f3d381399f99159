import { identityNumber } from '../identity-number.ts';

/** French driving licence numbers (ANTS): twelve digits in the old form, two digits, two letters, five digits in the new one. */
export const frDriverLicense = identityNumber({
  id: 'fr-driver-license',
  cues: 'permis de conduire|numéro de permis|n° de permis|permis n°|French driving licence',
  written: '(?:d{12}|dd[A-Z]{2}d{5})',
  cued: 0.8,
  reach: 50,
  examples: {
    positive: ['permis de conduire: 821067863019', 'permis de conduire n° 990675200123'],
    negative: ['permis de conduire depuis 1999'],
  },
});
