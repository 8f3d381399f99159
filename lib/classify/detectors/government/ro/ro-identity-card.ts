import { identityNumber } from '../identity-number.ts';

/** Romanian identity card series and numbers: two letters and six digits, known by the label. */
export const roIdentityCard = identityNumber({
  id: 'ro-identity-card',
  cues: 'carte de identitate|seria|buletin|serie',
  written: '[A-Z]{2}(?: (?:NR|NR\\.|NUMĂRUL|NUMARUL))?[ .]{0,2}d{6,7}',
  cued: 0.85,
  reach: 50,
  examples: {
    positive: ['carte de identitate: PR 7700782', 'CI seria RX nr. 123456'],
    negative: ['seria de 2019'],
  },
});
