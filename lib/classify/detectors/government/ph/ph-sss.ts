import { identityNumber } from '../identity-number.ts';

/** Philippine social security numbers (SSS): two, seven and one digits, known by the label. */
export const phSss = identityNumber({
  id: 'ph-sss',
  cues: 'SSS|social security system',
  written: 'd{2}-d{7}-d',
  cued: 0.9,
  examples: {
    positive: ['SSS: 14-4665178-6'],
    negative: ['SSS office 2021'],
  },
});
