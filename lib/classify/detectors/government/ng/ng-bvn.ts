import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidNgBvn = validator(/^22\d{9}$/);

/** Nigerian bank verification numbers (Central Bank of Nigeria): eleven digits beginning with 22, known by the label. */
export const ngBvn = identityNumber({
  id: 'ng-bvn',
  cues: 'BVN|bank verification number',
  written: '#{11}',
  valid: isValidNgBvn,
  cued: 0.9,
  reach: 60,
  examples: {
    positive: ['BVN: 22742016289'],
    negative: ['BVN: 27814446662'],
  },
});
