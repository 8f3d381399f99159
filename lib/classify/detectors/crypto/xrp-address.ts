import { shapedDetector } from '../shaped-detector.ts';
import { isXrpAddress } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** Addresses of the XRP Ledger: Base58 with an alphabet of its own, checksum, version 0 (XRPL documentation, "base58 Encodings"). */
export const xrpAddress = shapedDetector({
  id: 'xrp-address',
  type: 'CRYPTO',
  class: 'PII',
  needs: [],
  longWord: true,
  pattern: /(?<![A-Za-z0-9])r[1-9A-HJ-NP-Za-km-z]{24,34}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: isXrpAddress },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['rpHewi627PkgnG2bQ5DLXzMDFX3YSEFKzp'],
    negative: ['rpHewi627PkgnG2bQ5DLXzMDFX3YSEFK2p', 'requestAnimationFrameAndThenSome'],
  },
});
