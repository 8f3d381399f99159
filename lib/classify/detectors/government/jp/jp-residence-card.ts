import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidJpResidenceCard = validator(/^[A-Z]{2}\d{8}[A-Z]{2}$/);

/** Japanese residence card numbers (Immigration Services Agency): two letters, eight digits, two letters. */
export const jpResidenceCard = identityNumber({
  id: 'jp-residence-card',
  cues: '在留カード|residence card|zairyu card',
  written: '[A-Z]{2}d{8}[A-Z]{2}',
  valid: isValidJpResidenceCard,
  cued: 0.88,
  reach: 50,
  alone: ['AA99999999AA'],
  examples: {
    positive: ['在留カード: CE42835887LT'],
    negative: ['在留カード 2023'],
  },
});
