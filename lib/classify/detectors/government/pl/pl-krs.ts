import { identityNumber } from '../identity-number.ts';

/** Polish court register numbers (Krajowy Rejestr Sądowy): ten digits with leading zeros, known by the label. */
export const plKrs = identityNumber({
  id: 'pl-krs',
  cues: 'KRS|Krajowy Rejestr Sądowy|Krajowego Rejestru Sądowego',
  written: '0{3}d{7}',
  cued: 0.88,
  examples: {
    positive: ['KRS: 0000504198', 'wpisana do KRS pod numerem 0000360701'],
    negative: ['KRS 504198'],
  },
});
