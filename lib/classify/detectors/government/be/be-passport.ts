import { identityNumber } from '../identity-number.ts';

/** Belgian passport numbers (FPS Foreign Affairs): two letters and six digits. */
export const bePassport = identityNumber({
  id: 'be-passport',
  cues: 'Belgian passport|passeport belge|Belgisch paspoort|paspoortnummer',
  vague: 'paspoort',
  written: '[A-Z]{2}d{6}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['Belgian passport: WW068951'],
    negative: ['Belgian passport 2019'],
  },
});
