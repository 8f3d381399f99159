import { identityNumber } from '../identity-number.ts';

/** Brazilian passport numbers (Polícia Federal): two letters and six digits. */
export const brPassport = identityNumber({
  id: 'br-passport',
  cues: 'passaporte brasileiro|Brazilian passport',
  written: '[A-Z]{2}d{6}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['passaporte brasileiro: UN443166'],
    negative: ['passaporte brasileiro 2019'],
  },
});
