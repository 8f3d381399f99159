import { identityNumber } from '../identity-number.ts';

/** Swedish passport numbers (Polisen): eight digits, or two letters and six digits since 2022. */
export const sePassport = identityNumber({
  id: 'se-passport',
  cues: 'Swedish passport|svenskt pass|svenskt passnummer',
  written: '(?:d{8}|[A-Z]{2}d{6})',
  cued: 0.86,
  reach: 60,
  examples: {
    positive: ['Swedish passport: PN686624'],
    negative: ['svenskt pass 2019'],
  },
});
