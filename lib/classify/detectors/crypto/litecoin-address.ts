import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** Litecoin addresses: Base58Check, version bytes 0x30 and 0x32 (Litecoin chain parameters). */
export const litecoinAddress = shapedDetector({
  id: 'litecoin-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])[LM][1-9A-HJ-NP-Za-km-z]{25,34}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x30, 0x32]) },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['LaxyAYud8u4TsEZa8zpfnYQjiDih8tJE8z', 'ltc: MGuS9QjfPSjMfPKhqASaAqVH4xo7E76SpP'],
    negative: ['LaxyAYud8u4TsEZa8zpfnYQjiDih8tJE2z', 'MGuS9QjfPSjMfPKhqASaAqVH4xo7E76S2P'],
  },
});
