import { describe, expect, it } from 'vitest';
import { openDgw } from '../../../../lib/sites/codecs/dgw.ts';

const OPENING = '{"x-dgw-app-client-payload-type":"PROTO_INSIDE_JSON"}';
const DATA = '{"req-id":"7","payload":"aGFya29ubmVu {braces} in \\"strings\\""}';
const HEAD = 9;

/** A frame whose head is all zero but its type, and what `head` says. */
function frame(json: string, head: Record<number, number> = {}): Uint8Array {
  const bytes = Uint8Array.of(0x0d, ...new Uint8Array(HEAD - 1), ...new TextEncoder().encode(json));
  for (const [at, byte] of Object.entries(head)) bytes[Number(at)] = byte;
  return bytes;
}

const message = (...frames: Uint8Array[]) => Uint8Array.from(frames.flatMap((bytes) => [...bytes]));
const texts = (bytes: Uint8Array) => openDgw(bytes)?.leaves.map(({ text }) => text);

describe('frames of the gateway', () => {
  const plain = texts(message(frame(OPENING), frame(DATA)))!;

  it('are read one after the other', () => {
    expect(plain).toContain('PROTO_INSIDE_JSON');
    expect(plain).toContain('aGFya29ubmVu {braces} in "strings"');
  });

  it('are read whatever bytes their heads have: lengths and check sums take every value', () => {
    for (let at = 1; at < HEAD; at++) {
      for (let byte = 0; byte < 256; byte++) {
        const opened = openDgw(message(frame(OPENING, { [at]: byte }), frame(DATA, { [at]: byte })));
        expect(opened?.opaque, `${byte} at ${at}`).toEqual([]);
        expect(opened?.leaves.map(({ text }) => text)).toEqual(plain);
      }
    }
  });

  it('are read behind heads that look like the start of an object', () => {
    for (const head of ['{', '{"', '{{', '{"{', '{"a"', '{"a":', '{"{"{"{"']) {
      const bytes = Object.fromEntries([...Buffer.from(head)].map((byte, index) => [HEAD - head.length + index, byte]));
      expect(texts(message(frame(OPENING, bytes), frame(DATA, bytes))), head).toEqual(plain);
    }
  });

  it('are a head alone, or cannot be read', () => {
    expect(openDgw(Uint8Array.of(0x09, 1, 0))).toMatchObject({ leaves: [], opaque: [] });
    expect(openDgw(frame('no JSON, and longer than a head'))).toBeNull();
    expect(openDgw(frame('{"broken": and longer than a head}'))).toBeNull();
    expect(openDgw(message(frame(DATA), frame('no JSON, and longer than a head')))?.opaque).toHaveLength(1);
    expect(texts(message(frame(OPENING), frame('{"broken": and longer than a head}'), frame(DATA)))).toEqual(plain);
  });

  it('cost hostile bytes no more than their length', () => {
    // Not linear, this would outlast the patience of the run.
    const hostile = new Uint8Array(5_000_000).map((_, at) => (at % 2 === 0 ? 0x7b : 0x22));
    hostile[0] = 0x0d;
    expect(openDgw(hostile)).toBeNull();
  });
});
