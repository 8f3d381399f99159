import { assemble, tokenDetector } from './token-detector.ts';

/** DigitalOcean personal, OAuth and refresh tokens. */
export const digitaloceanToken = tokenDetector({
  id: 'digitalocean-token',
  prefixes: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
  pattern: /do[opr]_v1_[a-f0-9]{64}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('dop_v1_', '71fcf74ae587b0677025fc804fb57daecf8f3d689ea435d0490b046f80a2aea2')} for now`,
    ],
    negative: [
      assemble('dop_v1_', 'x'.repeat(64)),
      assemble('dop_v1_', 'YOUR_KEY_HERE'),
      assemble('dop_v1_', '71fcf7'),
    ],
  },
});
