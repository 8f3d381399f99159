import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** Bitcoin addresses of the first kinds (P2PKH, P2SH): Base58Check, version bytes 0 and 5 (Bitcoin developer reference). */
export const bitcoinAddress = shapedDetector({
  id: 'bitcoin-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x00, 0x05]) },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['send it to 1BoxZ19ncciSHLLxkY3QM5ViszQgdhGSKF', '3EPsboEZcq7uXemTNHkDax3WmtWxG2MjBU'],
    negative: [
      '1BoxZ19ncciSHLLxkY3QM5ViszQgdhGS2F',
      '3EPsboEZcq7uXemTNHkDax3WmtWxG2Mj2U',
      '1HesTheseAreNotBase58Check00000l',
    ],
  },
});
