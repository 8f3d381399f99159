import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidInPan = validator(/^[A-Z]{3}[ABCFGHJKLPT][A-Z](?!0000)\d{4}[A-Z]$/);

/** Indian permanent account numbers (Income Tax Department): five letters, the fourth for the kind of holder, four digits, a letter. */
export const inPan = identityNumber({
  id: 'in-pan',
  cues: 'PAN|permanent account number|income tax|पैन',
  written: 'a{5}[ ]?d{4}[ ]?a',
  valid: isValidInPan,
  alone: ['AAAAA9999A'],
  examples: {
    positive: ['PAN: YGQPB 8856A'],
    negative: ['PAN: BWBQR 1094 D'],
  },
});
