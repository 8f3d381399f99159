import { shapedDetector } from '../shaped-detector.ts';
import { WALLET } from './wallet-words.ts';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
const PREFIX = 'bitcoincash';

/** The 40-bit checksum of the CashAddr specification (Bitcoin Cash Node). */
export function isCashAddress(value: string): boolean {
  const payload = value.slice(value.indexOf(':') + 1).toLowerCase();
  const fives = [
    ...[...PREFIX].map((letter) => letter.charCodeAt(0) & 31),
    0,
    ...[...payload].map((each) => ALPHABET.indexOf(each)),
  ];
  let check = 1n;
  for (const five of fives) {
    const top = check >> 35n;
    check = ((check & 0x07ffffffffn) << 5n) ^ BigInt(five);
    GENERATORS.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) check ^= generator;
    });
  }
  return check === 1n;
}

/** Bitcoin Cash addresses: `bitcoincash:` and 42 characters with a checksum. */
export const bitcoinCashAddress = shapedDetector({
  id: 'bitcoin-cash-address',
  type: 'CRYPTO',
  class: 'PII',
  pattern: /(?<![A-Za-z0-9])bitcoincash:[qp][qpzry9x8gf2tvdw0s3jn54khce6mua7l]{41}(?![A-Za-z0-9])/gi,
  validator: { name: 'cashaddr', accepts: isCashAddress },
  cue: WALLET,
  alone: 0.97,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: ['bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a'],
    negative: ['bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6b', 'bitcoincash: the fork'],
  },
});
