import { identityNumber } from '../identity-number.ts';

/** Kenyan identity card numbers (National Registration Bureau): seven or eight digits, known by the label. */
export const keNationalId = identityNumber({
  id: 'ke-national-id',
  cues: 'Kenyan ID|Kenya national id|kitambulisho|Kenyan national id|ID number Kenya|Huduma',
  written: 'd{7,8}',
  cued: 0.8,
  reach: 40,
  examples: {
    positive: ['Kenyan ID: 2557666'],
    negative: ['kitambulisho cha 2015'],
  },
});
