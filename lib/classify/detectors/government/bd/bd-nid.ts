import { identityNumber } from '../identity-number.ts';

/** Bangladeshi national identity numbers (Election Commission): 10, 13 or 17 digits, known by the label. */
export const bdNid = identityNumber({
  id: 'bd-nid',
  cues: 'NID|জাতীয় পরিচয়পত্র|এনআইডি|national id bangladesh',
  written: '(?:d{17}|d{13}|d{3} d{3} d{4}|d{10})',
  cued: 0.88,
  examples: {
    positive: ['NID: 40578555780437206'],
    negative: ['NID unavailable'],
  },
});
