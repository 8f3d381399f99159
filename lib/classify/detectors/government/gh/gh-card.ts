import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidGhCard = validator(/^GHA\d{10}$/);

/** Ghanaian identity card numbers (National Identification Authority): GHA, nine digits, check digit. */
export const ghCard = identityNumber({
  id: 'gh-card',
  cues: 'Ghana Card|GhanaCard|NIA|Ghana PIN',
  written: 'GHA-d{9}-d',
  valid: isValidGhCard,
  cued: 0.95,
  alone: ['AAA-999999999-9'],
  examples: {
    positive: ['Ghana Card: GHA-682773296-3'],
    negative: ['Ghana Card: GHQ-672569171-4'],
  },
});
