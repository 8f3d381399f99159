import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** TRON addresses: Base58Check, version byte 0x41 (TRON developer documentation). */
export const tronAddress = shapedDetector({
  id: 'tron-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])T[1-9A-HJ-NP-Za-km-z]{33}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x41]) },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['USDT to TWjJfAde78HHmKFPpXyQNnfyP1T5fwTzox'],
    negative: ['TWjJfAde78HHmKFPpXyQNnfyP1T5fwTz2x'],
  },
});
