import { identityNumber } from '../identity-number.ts';

/** Portuguese passport numbers (SEF, IRN): one or two letters and six digits. */
export const ptPassport = identityNumber({
  id: 'pt-passport',
  cues: 'passaporte português|número do passaporte|Portuguese passport|passaporte n.º',
  vague: 'passaporte',
  written: '[A-Z]{1,2}d{6}',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['passaporte português: HO780475'],
    negative: ['passaporte 2019'],
  },
});
