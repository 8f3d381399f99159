import { describe, expect, it } from 'vitest';
import type { RequestBody } from '../../../lib/prompt/request.ts';
import { near } from '../../../lib/sites/call-shape.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { defineSite } from '../../../lib/sites/define-site.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudeUrl } from '../../fixtures/sites/claude/bodies.ts';
import { bytesOf, gunzipped, gzipped, post, textOf } from './requests.ts';

const PNG = new Uint8Array([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  ...Array.from({ length: 80 }, (_, i) => i),
]);
const CLEAN = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0xff]);
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');

const site = defineSite({
  id: 'drop-box',
  name: 'Drop box',
  provider: 'Nobody',
  hosts: ['drop.example'],
  composer: { editors: ['textarea'], sendButtons: ['button'], editorKind: 'textarea' },
  promptParameters: [],
  calls: [
    {
      url: /^drop\.example\/upload$/,
      methods: ['POST'],
      kind: 'upload',
      channel: 'file',
      formats: ['json'],
      text: [
        { at: 'fileName', nameAt: near(-1, 'fileName') },
        { at: 'content', base64: true, nameAt: near(-1, 'fileName'), typeAt: near(-1, 'mimeType') },
      ],
      protocol: ['mimeType'],
    },
  ],
});
const inJson = (content: string, url = 'https://drop.example/upload') =>
  post(url, JSON.stringify({ fileName: 'q3 plan.bin', mimeType: 'application/x', content }));

describe('files in bodies', () => {
  it('a raw body is one file, and its bytes can be replaced', async () => {
    const request = { ...post(chatgptUrl.blob, PNG), method: 'PUT', headers: { 'content-type': 'image/png' } };
    const { parts, unreadable } = (await chatgpt.read(request))!;
    expect(parts).toEqual([]);
    expect(unreadable).toEqual([
      { id: 'body', reason: 'binary', file: { name: '', mediaType: 'image/png', bytes: PNG } },
    ]);
    expect(bytesOf(await chatgpt.write(request, new Map([['body', CLEAN]])))).toEqual(CLEAN);
    const packed = { ...request, body: { kind: 'bytes' as const, bytes: gzipped(PNG) } };
    packed.headers = { ...request.headers, 'content-encoding': 'gzip' } as never;
    expect((await chatgpt.read(packed))!.unreadable[0]!.file!.bytes).toEqual(PNG);
    expect(gunzipped(bytesOf(await chatgpt.write(packed, new Map([['body', CLEAN]]))))).toEqual(CLEAN);
  });

  it('a part of a multipart form is a file, as fields and as bytes, beside text files of the same field', async () => {
    const form = new FormData();
    form.append('file', new File(['some notes'], 'notes of mine.txt'));
    form.append('file', new File([PNG], 'photo of mine.png', { type: 'image/png' }));
    form.append('file', new File([CLEAN], 'more of mine.zip'));
    const fields: RequestBody = {
      kind: 'fields',
      encoding: 'multipart',
      fields: await Promise.all(
        [...form.entries()].map(async ([name, file]) => {
          const { name: fileName, type } = file as File;
          return { name, file: { name: fileName, type, bytes: new Uint8Array(await (file as File).arrayBuffer()) } };
        }),
      ),
    };
    const bytes: RequestBody = { kind: 'bytes', bytes: new Uint8Array(await new Response(form).arrayBuffer()) };
    for (const body of [fields, bytes]) {
      const request = post(claudeUrl.upload, body);
      const { parts, unreadable } = (await claude.read(request))!;
      const ids = [...parts, ...unreadable].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(unreadable.map(({ file }) => [file!.name, [...file!.bytes]])).toEqual([
        ['photo of mine.png', [...PNG]],
        ['more of mine.zip', [...CLEAN]],
      ]);
      const changes = new Map<string, string | Uint8Array>([
        [unreadable[0]!.id, CLEAN],
        [parts.find(({ text }) => text === 'some notes')!.id, '-'],
      ]);
      const written = post(claudeUrl.upload, (await claude.write(request, changes))!);
      const after = (await claude.read(written))!;
      expect(after.unreadable.map(({ file }) => [...file!.bytes])).toEqual([[...CLEAN], [...CLEAN]]);
      expect(after.parts.map(({ text }) => text)).not.toContain('some notes');
    }
  });

  it.each([
    ['bare', base64(PNG), ''],
    ['as a data URL', `data:image/png;base64,${base64(PNG)}`, 'data:image/png;base64,'],
  ])('base64 in JSON, %s, is a file with the name beside it', async (_, content, prefix) => {
    const request = inJson(content);
    const { unreadable, parts } = (await site.read(request))!;
    expect(parts.map(({ text }) => text)).toEqual(['q3 plan.bin']);
    expect(unreadable).toMatchObject([{ id: 'content', file: { name: 'q3 plan.bin', mediaType: 'application/x' } }]);
    expect(unreadable[0]!.file!.bytes).toEqual(PNG);
    const written = textOf(await site.write(request, new Map([['content', CLEAN]])));
    expect(JSON.parse(written)).toEqual({ ...JSON.parse(textOf(request.body)), content: prefix + base64(CLEAN) });
  });

  it('a data URL with text in it is a file wherever a person writes, and other text is not', async () => {
    const read = async (text: string) =>
      (await chatgpt.read(post(chatgptUrl.conversation, chatgptConversationBody(text))))!.parts.map(
        (part) => part.text,
      );
    const notes = `data:text/plain;name=a.txt;base64,${base64('Notes about my plan and how it is going')}`;
    expect(await read(notes)).toEqual(['Notes about my plan and how it is going']);
    const font = `data:font/woff2;base64,${base64(new Uint8Array(60).fill(0x81))}`;
    for (const text of [font, base64('Notes about my plan and how it is going on'), `See ${notes}`]) {
      expect(await read(text)).toEqual([text]);
    }
  });

  it('a text file in base64 is read as text and written as base64', async () => {
    const request = inJson(base64('Ünïcode notes about my plan'));
    const { parts, unreadable } = (await site.read(request))!;
    expect(unreadable).toEqual([]);
    expect(parts.find(({ id }) => id === 'content')).toMatchObject({
      kind: 'attachment',
      text: 'Ünïcode notes about my plan',
      name: 'q3 plan.bin',
    });
    const written = textOf(await site.write(request, new Map([['content', 'short ☔']])));
    expect(Buffer.from(JSON.parse(written).content, 'base64').toString()).toBe('short ☔');
  });

  it('base64 that begins like a file is one wherever it stands in a prompt, and nothing else is', async () => {
    const withImage = post(chatgptUrl.conversation, chatgptConversationBody(base64(PNG)));
    expect((await chatgpt.read(withImage))!.unreadable).toMatchObject([{ reason: 'binary', file: { bytes: PNG } }]);
    const plain = base64('A long and harmless line of text that happens to be base64, as people paste it. '.repeat(3));
    const prompt = (await chatgpt.read(post(chatgptUrl.conversation, chatgptConversationBody(plain))))!;
    expect(prompt.unreadable).toEqual([]);
    expect(prompt.parts.map(({ text }) => text)).toContain(plain);
  });

  it('bytes for a text, and text for bytes, are refused', async () => {
    const request = inJson(base64(PNG));
    expect(await site.write(request, new Map([['content', 'text']]))).toBeNull();
    expect(await site.write(request, new Map([['fileName', CLEAN]]))).toBeNull();
    expect(await site.write(request, new Map([['elsewhere', CLEAN]]))).toBeNull();
  });
});
