import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { shapedDetector } from '../shaped-detector.ts';
import { WALLET } from './wallet-words.ts';

/** The letter case of a mixed-case address is its checksum (EIP-55). One case alone has none. */
export function isEthereumAddress(address: string): boolean {
  const letters = address.slice(2);
  const lower = letters.toLowerCase();
  if (letters === lower || letters === letters.toUpperCase()) return new Set(lower).size > 4;
  const hash = bytesToHex(keccak_256(utf8ToBytes(lower)));
  return [...letters].every((letter, index) => {
    const raised = Number.parseInt(hash[index]!, 16) >= 8;
    return letter === (raised ? letter.toUpperCase() : letter.toLowerCase());
  });
}

/** Accounts and contracts of Ethereum and chains like it: 20 bytes in hex, the case of the letters is the checksum. */
export const ethereumAddress = shapedDetector({
  id: 'ethereum-address',
  type: 'CRYPTO',
  class: 'PII',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])0x[0-9a-fA-F]{40}(?![A-Za-z0-9])/g,
  validator: { name: 'eip55', accepts: isEthereumAddress },
  cue: WALLET,
  alone: 0.85,
  cued: 0.97,
  encodable: true,
  examples: {
    positive: ['wallet 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359'],
    negative: [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
      '0x0000000000000000000000000000000000000000',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA',
    ],
  },
});
