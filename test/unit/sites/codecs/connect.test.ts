import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrames, writeFrames } from '../../../../lib/sites/codecs/connect.ts';

const frames = fc.array(
  fc.record({ flags: fc.constantFrom(0, 1, 2, 3, 0x80, 0x81), payload: fc.uint8Array({ maxLength: 40 }) }),
  { minLength: 1, maxLength: 5 },
);

describe('readFrames', () => {
  it('undoes writeFrames', () => {
    fc.assert(
      fc.property(frames, (list) => {
        expect(readFrames(writeFrames(list))).toEqual(list);
      }),
    );
  });

  it('reads from the middle of a larger buffer', () => {
    const bytes = new Uint8Array([9, 9, ...writeFrames([{ flags: 0, payload: new Uint8Array([7]) }]), 9]);
    expect(readFrames(bytes.subarray(2, -1))).toEqual([{ flags: 0, payload: new Uint8Array([7]) }]);
  });

  it.each([
    ['nothing', []],
    ['a length that says too much', [0, 0, 0, 0, 9, 1, 2]],
    ['a length that says too little', [0, 0, 0, 0, 1, 1, 2]],
    ['a length beyond any body', [0, 0xff, 0xff, 0xff, 0xff, 1]],
    ['an unknown flag', [4, 0, 0, 0, 0]],
    ['half a header', [0, 0, 0]],
  ])('refuses %s', (_, bytes) => expect(readFrames(new Uint8Array(bytes))).toBeNull());
});
