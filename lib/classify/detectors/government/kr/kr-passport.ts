import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidKrPassport = validator(/^[MSRGD](?:\d{8}|\d{3}[A-Z]\d{4})$/);

/** Korean passport numbers (외교부): M, S, R, G or D and eight digits, or since 2020 three digits, a letter, four digits. */
export const krPassport = identityNumber({
  id: 'kr-passport',
  cues: '여권|Korean passport',
  vague: 'passport|passport number',
  written: '[MSRGD](?:d{8}|d{3}[A-Z]d{4})',
  valid: isValidKrPassport,
  cued: 0.85,
  examples: {
    positive: ['여권: S19219936'],
    negative: ['여권: Q98890562'],
  },
});
