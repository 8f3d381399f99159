import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** Dash addresses: Base58Check, version bytes 0x4c and 0x10 (Dash chain parameters). */
export const dashAddress = shapedDetector({
  id: 'dash-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])[X7][1-9A-HJ-NP-Za-km-z]{25,34}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x4c, 0x10]) },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['Xeq7iJf79hm22HvbAbmbMN4mHJ4tCWcwxk'],
    negative: ['Xeq7iJf79hm22HvbAbmbMN4mHJ4tCWcw2k'],
  },
});
