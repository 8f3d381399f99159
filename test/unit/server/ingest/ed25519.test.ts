// What ingest takes has to be taken by every verifier: the checks agree, on good signatures, mangled ones and odd points.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verify } from '../../../../lib/records/sign.ts';
import { checkEd25519, nodeCheck, sodiumCheck } from '../../../../server/ingest/ed25519.ts';
import { checkPacked, packSignatures, readSignature } from '../../../../server/ingest/signature-batch.ts';
import { checkSignatures } from '../../../../server/ingest/signature-threads.ts';

const MESSAGE = Buffer.from('m');
/** Made with RFC 8032's formulas on whole numbers, over the message `m`: key, signature, whether it is good. */
const VECTORS: [string, string, string, boolean][] = [
  [
    'an honest one',
    'f07da79da6238dc8747205305fef2a57d6d03c1cb92b9c788e4e400c62b3c330',
    '58be775fbe97137c521f94a84e4690905488f965f41ca1106309df20a946f54f94d43c0fee0cfb59be7850363353e2099752cf8a2475948a11526293ad4cd605',
    true,
  ],
  [
    'a number beyond the order of the curve (S + L)',
    'f07da79da6238dc8747205305fef2a57d6d03c1cb92b9c788e4e400c62b3c330',
    '58be775fbe97137c521f94a84e4690905488f965f41ca1106309df20a946f54f81a8326c08700db2941548d9114dc11e9752cf8a2475948a11526293ad4cd615',
    false,
  ],
  [
    'good only when the cofactor is multiplied',
    'f07da79da6238dc8747205305fef2a57d6d03c1cb92b9c788e4e400c62b3c330',
    'e0673f8e02a7444a9cfd1a27cff97696960d2280d0a2ffa3895c3a3cd25cc58d4db2df58484f2dc061a8cd8b12b4d6b213c01ff0a6cd05d24132f3a4b2f2ba08',
    false,
  ],
  [
    'a key of mixed order, good without the cofactor',
    'b1a2bf34d4dfaff7628c01312e822d3982c53de8e4aa3bd686f18407c5902614',
    '6d5fe36db27880581ebab2fbd99762a57c380fe45fabb2aa8c52c2a4c7855fcb4a4f13689f232c8e28c3a9516781b489c8f931ddf0660e090b3840675b2f3d03',
    true,
  ],
  [
    'a key of mixed order, good with the cofactor alone',
    'b1a2bf34d4dfaff7628c01312e822d3982c53de8e4aa3bd686f18407c5902614',
    '58be775fbe97137c521f94a84e4690905488f965f41ca1106309df20a946f54f927d3b56650ab13620304f7ceabf4f6e9fd8e856e1ebb4906c1ff9eade081f0a',
    false,
  ],
  [
    'a key of small order',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    '03f77af765e191798f16ba36b1efc938a69358e344ce07ea94b832d93fb6d03a01000000e88f872b824dc7726142130000000000000000000000000000000000',
    false,
  ],
  [
    'the neutral point as key',
    '0100000000000000000000000000000000000000000000000000000000000000',
    '58be775fbe97137c521f94a84e4690905488f965f41ca1106309df20a946f54fffffffffe78f872b824dc7726142130000000000000000000000000000000000',
    false,
  ],
  [
    'the neutral point as key, in another spelling',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '58be775fbe97137c521f94a84e4690905488f965f41ca1106309df20a946f54fffffffffe78f872b824dc7726142130000000000000000000000000000000000',
    false,
  ],
  [
    'the neutral point as first half',
    'f07da79da6238dc8747205305fef2a57d6d03c1cb92b9c788e4e400c62b3c330',
    '01000000000000000000000000000000000000000000000000000000000000008c6600bf4d543ddaa62749c73f1d18762d1c74c72a77833f0647e4979c3f5205',
    false,
  ],
  [
    'the same in another spelling',
    'f07da79da6238dc8747205305fef2a57d6d03c1cb92b9c788e4e400c62b3c330',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fb74c506e37374043e506e82c51a8d8aafb361892a2da4fde6eb2442d76c8440b',
    false,
  ],
  [
    'a key that is no point',
    '0200000000000000000000000000000000000000000000000000000000000000',
    '58be775fbe97137c521f94a84e4690905488f965f41ca1106309df20a946f54f94d43c0fee0cfb59be7850363353e2099752cf8a2475948a11526293ad4cd605',
    false,
  ],
  [
    'a first half of small order that adds up',
    '86907415ed283adb16ada3b837915eaea498b8f7efdcf2b32b12add383700824',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fc70dedae024a3cc23aef7ab4378c6fe562e7be3b14e94c23b1b42be437d5e40e',
    false,
  ],
];
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const pair = generateKeyPairSync('ed25519');
const key = new Uint8Array(Buffer.from(pair.publicKey.export({ format: 'jwk' }).x!, 'base64url'));
const signed = (message: Uint8Array) => new Uint8Array(sign(null, message, pair.privateKey));

describe('signatures', () => {
  it('are checked by libsodium on this machine', () => {
    expect(checkEd25519).toBe(sodiumCheck);
    expect(sodiumCheck).not.toBe(nodeCheck);
  });

  it.each(VECTORS)('%s: every check says the same', async (_, ofKey, signature, isGood) => {
    const given = [hex(signature), MESSAGE, hex(ofKey)] as const;
    expect(sodiumCheck!(...given)).toBe(isGood);
    expect(nodeCheck(...given)).toBe(isGood);
    expect(await verify(base64url(given[2]), base64url(given[0]), new Uint8Array(MESSAGE))).toBe(isGood);
  });

  it('are good, and are not any more when a bit of them, of the text or of the key is another', () => {
    const bit = fc.record({ part: fc.constantFrom(0, 1, 2), bit: fc.nat(8 * 4096) });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), bit, (text, { part, bit: at }) => {
        const good = [signed(text), text, key] as const;
        expect([sodiumCheck!(...good), nodeCheck(...good)]).toEqual([true, true]);
        const bad = good.map((bytes) => bytes.slice()) as [Uint8Array, Uint8Array, Uint8Array];
        const place = at % (8 * bad[part]!.length);
        bad[part]![place >> 3]! ^= 1 << (place & 7);
        expect([sodiumCheck!(...bad), nodeCheck(...bad)]).toEqual([false, false]);
      }),
      { numRuns: 100 },
    );
  });

  it('are told apart in a batch that another thread looks at, and in one that is too small for it', async () => {
    for (const count of [1, 3, 4, 100]) {
      const batch = Array.from({ length: count }, (_, index) => {
        const message = createHash('sha256').update(`${index}`).digest();
        const signature = index % 3 === 1 ? signed(Buffer.from('another')) : signed(message);
        return { key, signature, message };
      });
      const expected = batch.map((_, index) => (index % 3 === 1 ? 0 : 1));
      expect([...checkPacked(packSignatures(batch))]).toEqual(expected);
      const answers = await Promise.all([checkSignatures(batch), checkSignatures(batch.toReversed())]);
      expect(answers.map((good) => [...good])).toEqual([expected, expected.toReversed()]);
    }
  });

  it.each(['', 'AA', 'A'.repeat(85), `${'A'.repeat(85)}B`, `${'A'.repeat(86)}==`, `${'A'.repeat(85)}+`])(
    'are read in one spelling only: %j',
    (text) => {
      expect(readSignature(text)).toBeNull();
      expect(readSignature('A'.repeat(86))).toEqual(Buffer.alloc(64));
    },
  );
});
