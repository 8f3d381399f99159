import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** Transparent Zcash addresses: Base58Check, two version bytes beginning with 0x1c (Zcash protocol specification 5.6). */
export const zcashAddress = shapedDetector({
  id: 'zcash-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])t[13][1-9A-HJ-NP-Za-km-z]{33}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x1c], 22) },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['t1S1oy6Hm1BVXz2T24cgKe4Te6xJwe29Jr7'],
    negative: ['t1S1oy6Hm1BVXz2T24cgKe4Te6xJwe29J27'],
  },
});
