import { bech32, bech32m } from '@scure/base';
import { shapedDetector } from '../shaped-detector.ts';
import { WALLET } from './wallet-words.ts';

/** What the addresses of a chain begin with, from the chains' own documentation and SLIP-0173. */
const CHAINS =
  'bc tb ltc addr stake cosmos osmo juno celestia inj sei terra kava bnb avax band akash secret thor dydx axelar evmos fetch regen persistence zil one erd nosmo';
/** Addresses of Cardano are longer than the 90 characters of BIP-173. */
const LONGEST = 120;

/** True when the checksum of BIP-173 or BIP-350 is right. */
export function isBech32(value: string): boolean {
  const lower = value.toLowerCase();
  if (value !== lower && value !== value.toUpperCase()) return false;
  return [bech32, bech32m].some((coder) => coder.decodeUnsafe(lower, LONGEST) !== undefined);
}

/** Addresses in Bech32: Bitcoin's newer kinds, Litecoin, Cardano, Cosmos and its family, and others. */
export const bech32Address = shapedDetector({
  id: 'bech32-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: new RegExp(
    `(?<![A-Za-z0-9])(?:${CHAINS.split(' ').join('|')})1[02-9ac-hj-np-z]{20,110}(?![A-Za-z0-9])`,
    'gi',
  ),
  validator: { name: 'bech32', accepts: isBech32 },
  cue: WALLET,
  alone: 0.96,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: [
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y',
    ],
    negative: [
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
      'one1234567890234567890234567890',
      'Bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    ],
  },
});
