import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidPhTin = validator(/^\d{9}(?:\d{3}|\d{5})?$/);

/** Philippine taxpayer numbers (Bureau of Internal Revenue): nine digits and a branch code of three or five, known by the label. */
export const phTin = identityNumber({
  id: 'ph-tin',
  cues: 'TIN|tax identification number|BIR|taxpayer identification number',
  written: 'd{3}-d{3}-d{3}(?:-d{5}|-d{3})?',
  valid: isValidPhTin,
  cued: 0.9,
  examples: {
    positive: ['TIN: 746-508-782'],
    negative: ['TIN: 123-456'],
  },
});
