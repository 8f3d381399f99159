import { identityNumber } from '../identity-number.ts';

/** Mexican passport numbers (SRE): a letter and eight digits. */
export const mxPassport = identityNumber({
  id: 'mx-passport',
  cues: 'pasaporte mexicano|número de pasaporte|Mexican passport',
  vague: 'pasaporte',
  written: '[A-Z]d{8}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['pasaporte mexicano: F16547712'],
    negative: ['pasaporte 2019'],
  },
});
