import { identityNumber } from '../identity-number.ts';

/** South African passport numbers (Department of Home Affairs): a letter and eight digits. */
export const zaPassport = identityNumber({
  id: 'za-passport',
  cues: 'South African passport|SA passport|RSA passport',
  written: '[A-Z]d{8}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['South African passport: G23193101'],
    negative: ['South African passport 2019'],
  },
});
