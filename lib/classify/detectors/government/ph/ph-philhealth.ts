import { identityNumber } from '../identity-number.ts';

/** Philippine health insurance numbers (PhilHealth): two, nine and one digits, known by the label. */
export const phPhilhealth = identityNumber({
  id: 'ph-philhealth',
  type: 'PH_PHILHEALTH',
  class: 'PHI',
  region: 'PH',
  cues: 'PhilHealth|PhilHealth number|PIN PhilHealth|PhilHealth ID|PhilHealth no',
  written: 'd{2}-d{9}-d',
  cued: 0.9,
  examples: {
    positive: ['PhilHealth: 47-100912896-2'],
    negative: ['PhilHealth since 2019'],
  },
});
