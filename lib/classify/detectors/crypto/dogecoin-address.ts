import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** Dogecoin addresses: Base58Check, version bytes 0x1e and 0x16 (Dogecoin chain parameters). */
export const dogecoinAddress = shapedDetector({
  id: 'dogecoin-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])[DA9][1-9A-HJ-NP-Za-km-z]{25,34}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x1e, 0x16]) },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['D7PZ6ageS8nXWE1P8WCB21d9kXqN9hXGAS'],
    negative: ['D7PZ6ageS8nXWE1P8WCB21d9kXqN9hXG2S'],
  },
});
