import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidUgNin = validator(/^[CA][FM]\d{2}[A-Z0-9]{10}$/);

/** Ugandan national identification numbers (NIRA): C or A, F or M, year of birth, letters and digits to fourteen. */
export const ugNin = identityNumber({
  id: 'ug-nin',
  cues: 'NIN|national identification number|NIRA|Uganda national id',
  written: '[CA][FM]d{2}x{10}',
  valid: isValidUgNin,
  cued: 0.9,
  examples: {
    positive: ['NIN: AM75XZ72G3THNG'],
    negative: ['NIN: CQ95UXO08RIKM6'],
  },
});
