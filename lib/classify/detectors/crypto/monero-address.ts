import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58xmr } from '@scure/base';
import { shapedDetector } from '../shaped-detector.ts';
import { WALLET } from './wallet-words.ts';

/** Network byte, two keys and the first four bytes of a Keccak-256 hash (Monero documentation, "Standard address"). */
export function isMoneroAddress(text: string): boolean {
  try {
    const bytes = base58xmr.decode(text);
    const check = keccak_256(bytes.slice(0, -4));
    return bytes.slice(-4).every((byte, index) => byte === check[index]);
  } catch {
    return false;
  }
}

/** Monero addresses: standard, subaddress and integrated. */
export const moneroAddress = shapedDetector({
  id: 'monero-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}(?:[1-9A-HJ-NP-Za-km-z]{11})?(?![A-Za-z0-9])/g,
  validator: { name: 'keccak', accepts: isMoneroAddress },
  cue: WALLET,
  alone: 0.97,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A'],
    negative: ['44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B'],
  },
});
