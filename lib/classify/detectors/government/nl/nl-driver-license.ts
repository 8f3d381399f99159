import { identityNumber } from '../identity-number.ts';

/** Dutch driving licence numbers (RDW): ten digits, known by the label. */
export const nlDriverLicense = identityNumber({
  id: 'nl-driver-license',
  cues: 'rijbewijs|rijbewijsnummer|rijbewijs nr|Dutch driving licence',
  written: 'd{10}',
  cued: 0.8,
  reach: 50,
  examples: {
    positive: ['rijbewijs: 4051347824', 'rijbewijsnummer 4242424242'],
    negative: ['rijbewijs sinds 2004'],
  },
});
