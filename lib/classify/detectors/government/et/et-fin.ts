import { identityNumber } from '../identity-number.ts';

/** Ethiopian digital identity numbers (Fayda): twelve or sixteen digits, known by the label. */
export const etFin = identityNumber({
  id: 'et-fin',
  cues: 'Fayda|FAN|FCN',
  written: 'd{4} d{4} d{4}(?: d{4})?',
  cued: 0.85,
  examples: {
    positive: ['Fayda: 7074 8120 4779'],
    negative: ['Fayda since 2022'],
  },
});
