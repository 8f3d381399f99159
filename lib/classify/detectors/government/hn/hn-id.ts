import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidHnId = validator(/^(?:0[1-9]|1[0-8])\d{2}(?:19|20)\d{7}$/);

/** Honduran identity numbers (RNP): department and town, year, five digits. */
export const hnId = identityNumber({
  id: 'hn-id',
  cues: 'identidad|DNI|Honduran identity',
  written: 'd{4}-(?:19|20)dd-d{5}',
  valid: isValidHnId,
  cued: 0.9,
  alone: ['9999-9999-99999'],
  examples: {
    positive: ['identidad: 0739-2044-62984'],
    negative: ['identidad: 0926-2786-94319'],
  },
});
