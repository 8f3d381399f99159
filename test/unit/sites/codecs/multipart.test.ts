import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMultipart } from '../../../../lib/sites/codecs/multipart.ts';

async function encode(form: FormData): Promise<Uint8Array> {
  return new Uint8Array(await new Response(form).arrayBuffer());
}

function decode(bytes: Uint8Array): Promise<FormData> {
  const boundary = new TextDecoder().decode(bytes.subarray(2, bytes.indexOf(13)));
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers }).formData();
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('openMultipart', () => {
  it('reads fields, text files and file names', async () => {
    const form = new FormData();
    form.append('data', '{"inputs":"hello"}');
    form.append('files', new File(['secret\ntext'], 'no"te.txt', { type: 'text/plain' }));
    const { leaves, opaque } = openMultipart(await encode(form))!;
    expect(leaves.map(({ path, text, file }) => ({ path, text, file }))).toMatchObject([
      { path: ['data'], text: '{"inputs":"hello"}' },
      { path: ['files', 'filename'], text: 'no"te.txt' },
      { path: ['files'], text: 'secret\ntext', file: { name: 'no"te.txt', type: 'text/plain' } },
    ]);
    expect(opaque).toEqual([]);
  });

  it('tells of binary files, and of files whose content the browser hides', async () => {
    const form = new FormData();
    form.append('image', new File([new Uint8Array([0x89, 0x50, 0, 0xff])], 'a.png'));
    form.append('hidden', new File([], 'b.pdf'));
    expect(openMultipart(await encode(form))!.opaque).toMatchObject([
      { path: ['image'], reason: 'binary', file: { name: 'a.png' } },
      { path: ['hidden'], reason: 'no_body' },
    ]);
  });

  it('does not mind a file field that was left empty', () => {
    const body = '--b\r\nContent-Disposition: form-data; name="f"; filename=""\r\n\r\n\r\n--b--\r\n';
    expect(openMultipart(bytesOf(body))!.opaque).toEqual([]);
  });

  it.each([
    ['text', 'hello'],
    ['no end', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'],
    ['no headers', '--b\r\nx\r\n--b--'],
    ['another kind of multipart', '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--'],
    ['only dashes', '--\r\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(openMultipart(bytesOf(text))).toBeNull());

  it('is done with a hostile body in one pass', () => {
    const start = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n';
    expect(openMultipart(bytesOf(start + '\r\n--'.repeat(200_000)))).toBeNull();
  });

  it('writes what the platform reads, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (kept, replacement) => {
        const form = new FormData();
        form.append('kept', kept);
        form.append('target', 'TARGET');
        form.append('file', new File(['TARGET too'], 'name.txt', { type: 'text/plain' }));
        const bytes = await encode(form);
        const opened = openMultipart(bytes)!;
        expect(opened.close(new Map())).toEqual(bytes);
        const changes = opened.leaves
          .filter(({ path }) => path[0] !== 'kept')
          .map((leaf) => [leaf, replacement] as const);
        const written = await decode(opened.close(new Map(changes)));
        // FormData turns every line break into CR LF when it is built; replacements go out as they are.
        expect(written.get('kept')).toBe(kept.replace(/\r\n|\r|\n/g, '\r\n'));
        expect(written.get('target')).toBe(replacement);
        expect(await (written.get('file') as File).text()).toBe(replacement.replace(/^\ufeff/, ''));
      }),
      { numRuns: 40 },
    );
  });
});
