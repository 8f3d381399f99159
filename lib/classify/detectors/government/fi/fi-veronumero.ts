import { identityNumber } from '../identity-number.ts';

/** Finnish tax numbers of construction workers (Verohallinto): twelve digits, known by the label. */
export const fiVeronumero = identityNumber({
  id: 'fi-veronumero',
  cues: 'veronumero|skattenummer|Finnish tax number',
  written: 'd{12}',
  examples: {
    positive: ['veronumero: 180295659594'],
    negative: ['veronumero puuttuu'],
  },
});
