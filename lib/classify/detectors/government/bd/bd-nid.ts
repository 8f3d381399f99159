import { identityNumber } from '../identity-number.ts';

/** Bangladeshi national identity numbers (Election Commission): 10, 13 or 17 digits, known by the label. */
export const bdNid = identityNumber({
  id: 'bd-nid',
  type: 'BD_NID',
  region: 'BD',
  cues: 'NID|NID number|জাতীয় পরিচয়পত্র|Bangladesh NID|এনআইডি|national id bangladesh|' + 'জাতীয় পরিচয়পত্র নম্বর',
  written: '(?:d{17}|d{13}|d{3} d{3} d{4}|d{10})',
  cued: 0.88,
  examples: {
    positive: ['NID: 40578555780437206'],
    negative: ['NID unavailable'],
  },
});
