import { decode, ExtData, encode } from '@msgpack/msgpack';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMsgpack } from '../../../../lib/sites/codecs/msgpack.ts';
import { openProtobuf } from '../../../../lib/sites/codecs/protobuf.ts';

const leavesOf = (bytes: Uint8Array) => openMsgpack(bytes)?.leaves.map(({ path, text }) => [path.join('.'), text]);

describe('openMsgpack', () => {
  it('finds strings at any place, keys of maps that say something included', () => {
    const value = {
      type: 'send',
      'jane@example.com': true,
      parts: [{ text: 'Zoë 🙂' }, 'x'.repeat(300)],
      n: -5,
      f: 1.5,
    };
    expect(leavesOf(encode(value))).toEqual([
      ['type', 'send'],
      ['jane@example.com', 'jane@example.com'],
      ['parts.0.text', 'Zoë 🙂'],
      ['parts.1', 'x'.repeat(300)],
    ]);
  });

  it('writes strings of any length and keeps everything else byte for byte', () => {
    const value = (text: string) => [
      text,
      new ExtData(42, Uint8Array.of(1, 2, 3)),
      2 ** 40,
      new Uint8Array(200),
      { a: text },
    ];
    for (const text of ['', 'short', 'x'.repeat(31), 'x'.repeat(32), 'x'.repeat(256), 'x'.repeat(70_000)]) {
      const opened = openMsgpack(encode(value('before')))!;
      const written = opened.close(new Map(opened.leaves.map((leaf) => [leaf, text])));
      expect(written).toEqual(encode(value(text)));
    }
  });

  it('opens what extensions and binaries hold', () => {
    const inner = (bytes: Uint8Array) => openProtobuf(bytes);
    const message = (text: string) => Uint8Array.of(0x12, text.length, ...new TextEncoder().encode(text));
    const value = (text: string) => [new ExtData(4, message(text)), new TextEncoder().encode('plain words')];
    const opened = openMsgpack(encode(value('hidden words here, quite some of them')), inner)!;
    expect(opened.leaves.map(({ path, text }) => [path.join('.'), text])).toEqual([
      ['0.2', 'hidden words here, quite some of them'],
      ['1', 'plain words'],
    ]);
    expect(opened.close(new Map([[opened.leaves[0]!, 'gone']]))).toEqual(encode(value('gone')));
  });

  it('tells of long binaries nobody can read', () => {
    const opened = openMsgpack(encode([Uint8Array.from({ length: 100 }, (_, index) => 200 + (index % 50))]));
    expect(opened?.opaque).toEqual([{ path: [0], reason: 'binary' }]);
  });

  it.each([
    ['nothing', []],
    ['a value cut off', [0x93, 0xa1, 0x61]],
    ['two values', [0xa1, 0x61, 0xa1, 0x61]],
    ['the type that is never used', [0x91, 0xc1]],
    ['a length that lies', [0xdb, 0xff, 0xff, 0xff, 0xff, 0x61]],
    ['a map with a list for a key', [0x81, 0x90, 0xa1, 0x61]],
    ['depth without end', Array.from({ length: 5000 }, () => 0x91)],
  ])('takes %s for no message', (_, bytes) => expect(openMsgpack(Uint8Array.from(bytes))).toBeNull());

  it('agrees with another implementation about any value, and writes it back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // The other implementation refuses this key.
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        const bytes = encode(value);
        const opened = openMsgpack(bytes)!;
        expect(opened.close(new Map())).toEqual(bytes);
        const changed = opened.close(
          new Map(opened.leaves.filter(({ key }) => !key).map((leaf) => [leaf, `${leaf.text}!`])),
        );
        expect(() => decode(changed)).not.toThrow();
      }),
    );
  });

  it('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void openMsgpack(bytes)));
  });
});
