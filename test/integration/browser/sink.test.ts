import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { frame } from '../../fixtures/server/page/connect-frames.ts';
import { readings } from '../../fixtures/server/readings.ts';

const SECRET = 'Zoë "4111 1111 1111 1111"';
const utf8 = Buffer.from(`before ${SECRET} after`);

const containsText = (bytes: Uint8Array, text: string) => [...readings(bytes)].some((each) => each.includes(text));

describe('reading what reached the server', () => {
  it.each<[string, Uint8Array]>([
    ['plain', utf8],
    ['UTF-16', Buffer.from(`before ${SECRET} after`, 'utf16le')],
    ['gzip', gzipSync(utf8)],
    ['raw deflate', deflateRawSync(utf8)],
    ['brotli', brotliCompressSync(utf8)],
    ['a form', Buffer.from(new URLSearchParams({ q: SECRET }).toString())],
    ['JSON', Buffer.from(JSON.stringify({ text: SECRET }))],
    ['JSON in JSON in a form', Buffer.from(`f.req=${encodeURIComponent(JSON.stringify([JSON.stringify([SECRET])]))}&`)],
    ['unicode escapes', Buffer.from(JSON.stringify(SECRET).replace('Z', '\\u005a'))],
    ['base64', Buffer.from(JSON.stringify({ data: utf8.toString('base64') }))],
    ['base64url of gzip', Buffer.from(`x=${gzipSync(utf8).toString('base64url')}`)],
    ['a Connect frame', frame(utf8)],
    ['a compressed Connect frame', frame(gzipSync(utf8), 1)],
  ])('finds text in %s', (_, bytes) => {
    expect(containsText(bytes, SECRET)).toBe(true);
  });

  it('finds nothing that is not there', () => {
    expect(containsText(gzipSync(utf8), '4111 1111 1111 1112')).toBe(false);
    expect(containsText(new Uint8Array(), 'a')).toBe(false);
  });
});
