import { identityNumber } from '../identity-number.ts';

/** Hungarian identity card numbers: six digits and two letters, known by the label. */
export const huIdentityCard = identityNumber({
  id: 'hu-identity-card',
  cues: 'személyi igazolvány|személyi ig|személyazonosító igazolvány|személyi igazolványszám',
  written: 'd{6}a{2}',
  cued: 0.8,
  examples: {
    positive: ['személyi igazolvány: 852237WM', 'személyi igazolvány száma: 123456AB'],
    negative: ['személyi igazolvány lejárt 2020'],
  },
});
