import { identityNumber } from '../identity-number.ts';

/** Australian driver licence numbers: six to ten digits by state, known by the label. */
export const auDriverLicence = identityNumber({
  id: 'au-driver-licence',
  cues: "driver licence|driver's licence|licence number|NSW licence|Victorian licence|QLD licence",
  written: '(?:d{8,10}|d{6,9}|[A-Z]d{5,6})',
  cued: 0.75,
  reach: 50,
  examples: {
    positive: ['driver licence: 4067231638', 'NSW licence 12345678'],
    negative: ['driver licence for 3 years'],
  },
});
