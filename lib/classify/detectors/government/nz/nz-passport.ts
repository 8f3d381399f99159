import { identityNumber } from '../identity-number.ts';

/** New Zealand passport numbers (Te Tari Taiwhenua): one or two letters and six digits. */
export const nzPassport = identityNumber({
  id: 'nz-passport',
  cues: 'New Zealand passport|NZ passport',
  written: '[A-Z]{1,2}d{6}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['New Zealand passport: S562484'],
    negative: ['New Zealand passport 2019'],
  },
});
