import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Leaf, locator } from '../../../../lib/sites/codecs/leaf.ts';
import { openProtobuf, protobufSchema } from '../../../../lib/sites/codecs/protobuf.ts';

const schema = protobufSchema(['2', '2/15'], ['2/3', '2/15/4']);

type Field = [number, string | Uint8Array | number];

function message(...fields: Field[]): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  for (const [number, value] of fields) {
    if (typeof value === 'number') writer.tag(number, WireType.Varint).uint32(value);
    else if (typeof value === 'string') writer.tag(number, WireType.LengthDelimited).string(value);
    else writer.tag(number, WireType.LengthDelimited).bytes(value);
  }
  return writer.finish();
}

const places = (bytes: Uint8Array, known = schema) =>
  Object.fromEntries(openProtobuf(bytes, known)!.leaves.map(({ path, text }) => [locator(path), text]));

describe('openProtobuf', () => {
  it('follows the schema, and numbers repeated fields', () => {
    const bytes = message([2, message([3, 'hi'], [15, message([4, 'one'])], [15, message([4, 'two'])])]);
    expect(places(bytes)).toEqual({ '2.3': 'hi', '2.15.4': 'one', '2.15[1].4': 'two' });
  });

  it('takes a string of the schema for a string even where it parses as a message', () => {
    expect(places(message([2, message([3, '\n$77772d3e-1111-4222-8333-444455556666'])]))).toEqual({
      '2.3': '\n$77772d3e-1111-4222-8333-444455556666',
    });
  });

  it.each([
    ['a sentence', message([7, 'Please call Jane tomorrow.']), { '7': 'Please call Jane tomorrow.' }],
    ['a word that parses as a number', message([7, 'hi']), { '7': 'hi' }],
    ['a message whose bytes are printable', message([7, message([1, 'x'.repeat(36)])]), { '7.1': 'x'.repeat(36) }],
    ['a message with numbers', message([7, message([1, 5], [2, 'inner text'])]), { '7.2': 'inner text' }],
    ['text with a NUL', message([7, 'a\u0000b c d']), { '7': 'a\u0000b c d' }],
  ])('guesses unknown fields: %s', (_, bytes, expected) => expect(places(bytes)).toEqual(expected));

  it('tells of bytes that are no text, unless they are as short as an id', () => {
    const noise = (length: number) => new Uint8Array(length).fill(0xff);
    expect(openProtobuf(message([7, noise(65)]))!.opaque).toEqual([{ path: [7], reason: 'binary' }]);
    expect(openProtobuf(message([7, noise(64)]))!.opaque).toEqual([]);
  });

  it('reads broken UTF-8 of a known string leniently and says so', () => {
    const opened = openProtobuf(message([2, message([3, new Uint8Array([0x41, 0xff, 0x42])])]), schema)!;
    expect(opened.leaves[0]!.text).toBe('A\ufffdB');
    expect(opened.opaque).toEqual([{ path: [2, 3], reason: 'damaged' }]);
  });

  it('tells of a known message that is damaged', () => {
    const opened = openProtobuf(message([2, new Uint8Array([0x1a, 0x7f, 0x41])]), schema)!;
    expect(opened.opaque).toEqual([{ path: [2], reason: 'damaged' }]);
  });

  it('tells of groups, which no app of ours sends', () => {
    const writer = new BinaryWriter().tag(3, WireType.StartGroup);
    writer.tag(1, WireType.LengthDelimited).string('hidden').tag(3, WireType.EndGroup);
    expect(openProtobuf(writer.finish())!.opaque).toEqual([{ path: [3], reason: 'unknown_shape' }]);
  });

  it('refuses truncated bytes, at any length', () => {
    const bytes = message([2, message([3, 'some text here'])]);
    for (let length = 1; length < bytes.length; length++) expect(openProtobuf(bytes.subarray(0, length))).toBeNull();
  });

  it('stops at messages nested deeper than any app goes, and says so', () => {
    let bytes = message([1, 'bottom of the well']);
    for (let level = 0; level < 200; level++) bytes = message([1, bytes]);
    expect(openProtobuf(bytes)).toMatchObject({ leaves: [], opaque: [{ reason: 'binary' }] });
  });

  it('refuses a message of more fields than any app sends', () => {
    expect(openProtobuf(new Uint8Array(40_002).map((_, index) => (index % 2 === 0 ? 0x08 : 0x01)))).toBeNull();
  });
});

describe('openProtobuf, writing', () => {
  const unknown = fc.array(
    fc.tuple(fc.integer({ min: 40, max: 5000 }), fc.oneof(fc.nat(), fc.uint8Array({ maxLength: 80 }), fc.string())),
    { maxLength: 6 },
  );

  it('keeps any message byte for byte when nothing is replaced', () => {
    fc.assert(
      fc.property(unknown, fc.string({ unit: 'grapheme' }), (extra, text) => {
        const bytes = message([2, message([3, text], ...(extra as Field[]))], ...(extra as Field[]));
        expect(openProtobuf(bytes, schema)!.close(new Map())).toEqual(bytes);
      }),
    );
  });

  it('changes the text and keeps unknown fields byte for byte', () => {
    fc.assert(
      fc.property(unknown, fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }), (extra, text, replacement) => {
        const build = (value: string) =>
          message([2, message([3, value], ...(extra as Field[]))], ...(extra as Field[]));
        const opened = openProtobuf(build(text), schema)!;
        const leaf = opened.leaves.find(({ path }) => locator(path) === '2.3')!;
        expect(opened.close(new Map<Leaf, string>([[leaf, replacement]]))).toEqual(build(replacement));
      }),
    );
  });

  it('keeps tags and numbers that are spelled longer than needed', () => {
    // Field 1 with value 1 in two bytes, then field 3 with its tag in two bytes.
    const bytes = new Uint8Array([0x08, 0x81, 0x00, 0x9a, 0x00, 0x02, 0x41, 0x42]);
    const opened = openProtobuf(bytes, protobufSchema([], ['3']))!;
    expect(opened.close(new Map([[opened.leaves[0]!, 'xyz']]))).toEqual(
      new Uint8Array([0x08, 0x81, 0x00, 0x9a, 0x00, 0x03, 0x78, 0x79, 0x7a]),
    );
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const opened = openProtobuf(bytes, schema);
        if (opened) expect(opened.close(new Map())).toEqual(bytes);
      }),
    );
  });
});
