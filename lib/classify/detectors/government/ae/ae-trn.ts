import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidAeTrn = validator(/^100\d{12}$/);

/** UAE tax registration numbers (Federal Tax Authority): fifteen digits beginning with 100, known by the label. */
export const aeTrn = identityNumber({
  id: 'ae-trn',
  cues: 'TRN|tax registration number|رقم التسجيل الضريبي',
  written: '100 d{4} d{4} d{4}',
  valid: isValidAeTrn,
  cued: 0.88,
  examples: {
    positive: ['TRN: 100 5938 3083 5724'],
    negative: ['TRN: 107 4335 8435 2624'],
  },
});
