import { identityNumber } from '../identity-number.ts';

/** Philippine social security numbers (SSS): two, seven and one digits, known by the label. */
export const phSss = identityNumber({
  id: 'ph-sss',
  type: 'PH_SSS',
  region: 'PH',
  cues: 'SSS|SSS number|SSS no|social security system|SSS ID',
  written: 'd{2}-d{7}-d',
  cued: 0.9,
  examples: {
    positive: ['SSS: 14-4665178-6'],
    negative: ['SSS office 2021'],
  },
});
