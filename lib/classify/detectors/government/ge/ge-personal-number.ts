import { identityNumber } from '../identity-number.ts';

/** Georgian personal numbers (Public Service Development Agency): eleven digits, known by the label. */
export const gePersonalNumber = identityNumber({
  id: 'ge-personal-number',
  cues: 'პირადი|personal number|piradi nomeri',
  written: '#{11}',
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['პირადი: 99700655101'],
    negative: ['Georgian personal number unknown'],
  },
});
