import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidRwNationalId = validator(/^[123](?:19|20)\d{2}[78]\d{10}$/);

/** Rwandan identity numbers (NIDA): status, year of birth, sex, serial, issue, two digits. */
export const rwNationalId = identityNumber({
  id: 'rw-national-id',
  cues: 'Rwandan ID|Rwanda national id|indangamuntu|irangamuntu|Rwandan national id',
  written: 'd d{4} d d{7} d d{2}',
  valid: isValidRwNationalId,
  cued: 0.9,
  examples: {
    positive: ['Rwandan ID: 1 1978 7 4008439 5 41'],
    negative: ['Rwandan ID: 2 1958 4 8930790 7 26'],
  },
});
