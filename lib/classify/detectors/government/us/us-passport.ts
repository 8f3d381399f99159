import { identityNumber } from '../identity-number.ts';

/** US passport book and card numbers (Department of State): nine digits or a letter and eight digits, known by the label. */
export const usPassport = identityNumber({
  id: 'us-passport',
  cues: 'passport|passportnumber',
  written: '(?:[A-Z]d{8}|d{9})',
  cued: 0.82,
  reach: 60,
  examples: {
    positive: ['passport: 452046047', 'My passport number is C03005988.'],
    negative: ['passport holders since 1999'],
  },
});
