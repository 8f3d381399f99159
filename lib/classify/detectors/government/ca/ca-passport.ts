import { identityNumber } from '../identity-number.ts';

/** Canadian passport numbers (IRCC): two letters and six digits, or a letter, six digits, two letters. */
export const caPassport = identityNumber({
  id: 'ca-passport',
  cues: 'Canadian passport|passeport canadien',
  vague: 'passport|passport number|passport no',
  written: '(?:[A-Z]{2}d{6}|[A-Z]d{6}[A-Z]{2})',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['Canadian passport: G012595AO'],
    negative: ['Canadian passport 2019'],
  },
});
