import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGzip, pack, unpack } from '../../../../lib/sites/codecs/gzip.ts';

describe('unpack', () => {
  it('undoes pack, for any bytes and both packings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.constantFrom('gzip', 'deflate'),
        async (bytes, packing) => {
          const packed = await pack(bytes, packing);
          expect(await unpack(packed, packing, 500)).toEqual({ ok: true, bytes });
          if (packing === 'gzip') expect(isGzip(packed)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('stops at the limit', async () => {
    const bomb = gzipSync(new Uint8Array(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await unpack(bomb, 'gzip', 4_999_999)).toEqual({ ok: false, reason: 'oversized' });
    expect((await unpack(bomb, 'gzip', 5_000_000)).ok).toBe(true);
  });

  it('calls truncated, altered and foreign bytes damaged', async () => {
    const packed = gzipSync('some text that is packed');
    const altered = packed.map((byte, index) => (index === 15 ? byte ^ 0xff : byte));
    for (const bytes of [packed.subarray(0, packed.length - 3), altered, new Uint8Array([1, 2, 3]), new Uint8Array()]) {
      expect(await unpack(bytes, 'gzip', 1000)).toEqual({ ok: false, reason: 'damaged' });
    }
  });
});
