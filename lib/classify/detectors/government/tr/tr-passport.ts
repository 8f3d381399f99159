import { identityNumber } from '../identity-number.ts';

/** Turkish passport numbers (Nüfus ve Vatandaşlık İşleri): a letter and eight digits. */
export const trPassport = identityNumber({
  id: 'tr-passport',
  cues: 'pasaport|Turkish passport',
  written: '[A-Z]d{8}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['pasaport: D10993078'],
    negative: ['pasaport 2019'],
  },
});
