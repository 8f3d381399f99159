import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../lib/bridge/bytes.ts';

describe('base64', () => {
  it('agrees with the platform for any bytes, there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const base64 = toBase64(bytes);
        expect(base64).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(base64)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('reads a view, not the buffer behind it', () => {
    expect(toBase64(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))).toBe('AgM=');
  });

  it.each(['A', 'AA', 'AAA', 'AA=A', '====', 'A===', 'AAA!', 'AAAä', 'AA==AAAA'])('throws on %s', (text) => {
    expect(() => fromBase64(text)).toThrow(TypeError);
  });
});
