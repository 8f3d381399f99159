import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidInPassport = validator(/^[A-PR-WY][1-9]\d{5}[1-9]$/);

/** Indian passport numbers (Ministry of External Affairs): a letter and seven digits, known by the label. */
export const inPassport = identityNumber({
  id: 'in-passport',
  cues: 'Indian passport|पासपोर्ट',
  vague: 'passport|passport number|passport no',
  written: '[A-PR-WY][ ]?d{7}',
  valid: isValidInPassport,
  cued: 0.86,
  reach: 50,
  examples: {
    positive: ['Indian passport: M 1474278'],
    negative: ['Indian passport: S7337820'],
  },
});
