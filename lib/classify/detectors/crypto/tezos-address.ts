import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';
import { WALLET } from './wallet-words.ts';

/** Tezos addresses: Base58Check, three version bytes beginning with 6 (tz) or 2 (KT1) (Octez documentation). */
export const tezosAddress = shapedDetector({
  id: 'tezos-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])(?:tz[1-4]|KT1)[1-9A-HJ-NP-Za-km-z]{33}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x06, 0x02], 23) },
  cue: WALLET,
  alone: 0.95,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['tz1MFXWSdmV6i81R8364GRW9DMNb9U3uzXat'],
    negative: ['tz1MFXWSdmV6i81R8364GRW9DMNb9U3uzX2t'],
  },
});
