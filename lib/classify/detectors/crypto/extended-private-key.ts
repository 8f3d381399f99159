import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';

/** Keys from which all keys of a wallet follow (BIP-32, SLIP-0132): Base58Check of 78 bytes, version beginning with 4 or 2. */
export const extendedPrivateKey = shapedDetector({
  id: 'extended-private-key',
  type: 'SECRET',
  class: 'SECRET',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])[xyztuvYZUV]prv[1-9A-HJ-NP-Za-km-z]{107}(?![A-Za-z0-9])/g,
  validator: { name: 'base58check', accepts: (value) => isBase58Address(value, [0x02, 0x04], 78) },
  alone: 0.99,
  cued: 0.99,
  encodable: true,
  examples: {
    positive: [
      'xprv9s21ZrQH143K2bAfr1rHgv55jkNELBq8Q7ouSACGYmTAKqKaAne9xfavigmLjYpQmJimQVADp5wz21g2Dyw3kHqKHVUG65Fhke3kNN82ss4',
    ],
    negative: [
      'xprv9s21ZrQH143K2bAfr1rHgv55jkNELBq8Q7ouSACGYmTAKqKaAne9xfavigmLjYpQmJimQVADp5wz21g2Dyw3kHqKHVUG65Fhke3kNN82s24',
    ],
  },
});
