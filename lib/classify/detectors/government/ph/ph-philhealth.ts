import { identityNumber } from '../identity-number.ts';

/** Philippine health insurance numbers (PhilHealth): two, nine and one digits, known by the label. */
export const phPhilhealth = identityNumber({
  id: 'ph-philhealth',
  class: 'PHI',
  cues: 'PhilHealth',
  written: 'd{2}-d{9}-d',
  cued: 0.9,
  examples: {
    positive: ['PhilHealth: 47-100912896-2'],
    negative: ['PhilHealth since 2019'],
  },
});
