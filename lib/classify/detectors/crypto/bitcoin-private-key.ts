import { shapedDetector } from '../shaped-detector.ts';
import { isBase58Address } from './base58-address.ts';

/** Private keys in wallet import format: Base58Check, version byte 0x80, 32 bytes and a mark for compressed keys. */
export const bitcoinPrivateKey = shapedDetector({
  id: 'bitcoin-private-key',
  type: 'SECRET',
  class: 'SECRET',
  longWord: true,
  pattern: /(?<![A-Za-z0-9])(?:5[1-9A-HJ-NP-Za-km-z]{50}|[KL][1-9A-HJ-NP-Za-km-z]{51})(?![A-Za-z0-9])/g,
  validator: {
    name: 'base58check',
    accepts: (value) => isBase58Address(value, [0x80], value.startsWith('5') ? 33 : 34),
  },
  alone: 0.98,
  cued: 0.98,
  encodable: true,
  examples: {
    positive: [
      'L5LXHyhyttThnTbmyi8N9XYBPwzvS7Q8dTea2JhDDNx7rK7RRipd',
      'import 5KexMADumP5h43rZr6hBgYPUH5JewB4Rqb8c86NLzBQpKXKWoWw into the wallet',
    ],
    negative: [
      'L5LXHyhyttThnTbmyi8N9XYBPwzvS7Q8dTea2JhDDNx7rK7RRi2d',
      '5KexMADumP5h43rZr6hBgYPUH5JewB4Rqb8c86NLzBQpKXKWo2w',
    ],
  },
});
