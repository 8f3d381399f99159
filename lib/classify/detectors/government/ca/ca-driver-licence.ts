import { identityNumber } from '../identity-number.ts';

/** Canadian driver's licence numbers by province (Ontario and Quebec carry the date of birth), known by the label. */
export const caDriverLicence = identityNumber({
  id: 'ca-driver-licence',
  cues:
    "driver's licence|drivers licence|driver licence|driver's license|permis de conduire|dl number|" + 'licence number',
  written: '(?:a d{4}-d{5}-d{5}|a d{4}-d{6}-dd|d{7}|d{6}-d{3}|a{5}d{9})',
  cued: 0.75,
  reach: 40,
  examples: {
    positive: ["driver's licence: AUZNS451841725", "Ontario driver's licence A1234-56789-01234"],
    negative: ["driver's licence holders since 1999"],
  },
});
