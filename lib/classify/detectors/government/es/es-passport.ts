import { identityNumber } from '../identity-number.ts';

/** Spanish passport numbers (Dirección General de la Policía): two or three letters and six digits, known by the label. */
export const esPassport = identityNumber({
  id: 'es-passport',
  cues: 'pasaporte|Spanish passport',
  vague: 'passport',
  written: '[A-Z]{2,3}[ -]?d{6}[a-z]?',
  cued: 0.86,
  reach: 50,
  examples: {
    positive: ['pasaporte: DOS686460X', 'pasaporte nº AAC123456'],
    negative: ['pasaporte caducado en 2022'],
  },
});
