import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, MAX_LINES, MAX_UNPACKED_BYTES, readBatch } from '../../../../server/ingest/read-batch.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function lines(text: string) {
  const batch = await readBatch(bytes(text), null);
  return batch.ok ? batch.lines.map((line) => new TextDecoder().decode(line)) : batch.code;
}

describe('readBatch', () => {
  it('splits at line feeds only, with or without one at the end, and keeps empty lines in their place', async () => {
    expect(await lines('a\nb\n')).toEqual(['a', 'b']);
    expect(await lines('a\n\nb')).toEqual(['a', '', 'b']);
    expect(await lines('a\r\nb\u2028c\n')).toEqual(['a\r', 'b\u2028c']);
    expect(await lines('')).toBe('empty');
  });

  it.each([
    [null, 'plain'],
    ['identity', 'plain'],
    [' GZIP ', 'packed'],
  ])('understands the encoding %j', async (encoding, form) => {
    const body = form === 'packed' ? new Uint8Array(gzipSync('a\nb')) : bytes('a\nb');
    expect(await readBatch(body, encoding)).toMatchObject({ ok: true, lines: [bytes('a'), bytes('b')] });
  });

  it('stops unpacking at the limit', async () => {
    const fits = new Uint8Array(gzipSync(Buffer.alloc(MAX_UNPACKED_BYTES, 'x')));
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(MAX_UNPACKED_BYTES + 1, 'x')));
    expect(await readBatch(fits, 'gzip')).toMatchObject({ ok: true });
    expect(await readBatch(bomb, 'gzip')).toEqual({ ok: false, code: 'too_large' });
    expect(await readBatch(new Uint8Array(MAX_BODY_BYTES + 1), null)).toEqual({ ok: false, code: 'too_large' });
  });

  it('takes so many lines and not one more', async () => {
    expect(await lines('x\n'.repeat(MAX_LINES))).toHaveLength(MAX_LINES);
    expect(await lines('x\n'.repeat(MAX_LINES + 1))).toBe('too_many_lines');
  });
});
