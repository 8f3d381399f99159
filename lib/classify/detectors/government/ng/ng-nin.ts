import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidNgNin = validator(/^[1-9]\d{10}$/);

/** Nigerian national identification numbers (NIMC): eleven digits, known by the label. */
export const ngNin = identityNumber({
  id: 'ng-nin',
  cues: 'NIN|national identification number|NIMC|Nigerian national id',
  written: '#{11}',
  valid: isValidNgNin,
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['NIN: 61485166991'],
    negative: ['NIN: 03523864464'],
  },
});
