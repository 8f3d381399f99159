import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidUsPtin = validator(/^P\d{8}$/);

/** US preparer tax identification numbers (IRS): `P` and eight digits. */
export const usPtin = identityNumber({
  id: 'us-ptin',
  cues: 'ptin|preparer tax identification number|preparer tax id|tax preparer',
  written: 'P d{8}',
  valid: isValidUsPtin,
  examples: {
    positive: ['ptin: P 29956918'],
    negative: ['ptin: Q 01580778'],
  },
});
