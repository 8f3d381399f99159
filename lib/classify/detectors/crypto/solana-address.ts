import { base58 } from '@scure/base';
import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const SOLANA = cueWords('solana', 'solana|sol|phantom|spl|solscan|raydium|solana wallet|sol wallet');

/** 32 bytes in Base58 (Solana documentation, "Accounts"). There is no checksum. */
export function isSolanaKey(text: string): boolean {
  return base58.decode(text).length === 32;
}

/** Solana accounts: a public key in Base58, known only by a cue. */
export const solanaAddress = shapedDetector({
  id: 'solana-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{32,44}(?![A-Za-z0-9])/g,
  validator: { name: 'base58', accepts: isSolanaKey },
  cue: SOLANA,
  alone: 0,
  cued: 0.9,
  examples: {
    positive: ['my Solana wallet 7YxxjJz9Js4XhF8vVVvwUJqVwrP5GW6V34Nnh9ZSsyyc'],
    negative: ['7YxxjJz9Js4XhF8vVVvwUJqVwrP5GW6V34Nnh9ZSsyyc', 'solana 7YxxjJz9Js4XhF8vVVvwUJqVwrP5GW6V34Nn'],
  },
});
