import { identityNumber } from '../identity-number.ts';

/** Moroccan national identity card numbers (CNIE, DGSN): one or two letters and up to six digits, known by the label. */
export const maCin = identityNumber({
  id: 'ma-cin',
  cues: "CIN|CNIE|carte nationale|البطاقة الوطنية|Moroccan ID|carte d'identité nationale marocaine",
  written: '[A-Z]{1,2}[ ]?d{5,6}',
  cued: 0.85,
  reach: 50,
  examples: {
    positive: ['CIN: LC312940', 'CIN n° BE123456'],
    negative: ['CIN perdue en 2019'],
  },
});
