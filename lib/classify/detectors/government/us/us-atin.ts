import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidUsAtin = validator(/^9\d{2}93\d{4}$/);

/** US adoption taxpayer identification numbers (IRS Form W-7A): `9NN-93-NNNN`. */
export const usAtin = identityNumber({
  id: 'us-atin',
  cues: 'atin|adoption taxpayer',
  written: '9dd-93-d{4}',
  valid: isValidUsAtin,
  examples: {
    positive: ['atin: 912-93-1413'],
    negative: ['atin: 998-97-0612', 'ATIN: 912-70-1234'],
  },
});
