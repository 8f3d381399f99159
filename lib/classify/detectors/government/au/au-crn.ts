import { identityNumber } from '../identity-number.ts';

/** Australian Centrelink customer reference numbers (Services Australia): nine digits and a letter. */
export const auCrn = identityNumber({
  id: 'au-crn',
  cues: 'crn|centrelink|customer reference number',
  written: 'd{3} d{3} d{3} a',
  cued: 0.8,
  examples: {
    positive: ['crn: 322 800 420 N'],
    negative: ['CRN unknown since 1999'],
  },
});
