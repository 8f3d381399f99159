import { base32nopad } from '@scure/base';
import { shapedDetector } from '../shaped-detector.ts';
import { WALLET } from './wallet-words.ts';

/** CRC-16/XMODEM over version byte and key, low byte first (Stellar SEP-0023). */
export function isStellarKey(text: string): boolean {
  const bytes = base32nopad.decode(text);
  let crc = 0;
  for (const byte of bytes.slice(0, -2)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return bytes.length === 35 && bytes[33] === (crc & 0xff) && bytes[34] === crc >> 8;
}

/** Accounts of the Stellar network: `G` and 55 characters of Base32 with a checksum. */
export const stellarAddress = shapedDetector({
  id: 'stellar-address',
  type: 'CRYPTO',
  class: 'PII',
  needs: ['capital'],
  longWord: true,
  pattern: /(?<![A-Za-z0-9])G[A-Z2-7]{55}(?![A-Za-z0-9])/g,
  validator: { name: 'crc16', accepts: isStellarKey },
  cue: WALLET,
  alone: 0.96,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['GARS5VXZ7K7RJY53KU4SWGGP4PIP5PEU2IGMMMT4HCQ5A5OW5IIYYCH5'],
    negative: ['GARS5VXZ7K7RJY53KU4SWGGP4PIP5PEU2IGMMMT4HCQ5A5OW5IIYYC25'],
  },
});
