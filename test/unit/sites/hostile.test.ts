/** Bodies made to break a reader: whatever comes, reading ends, does not throw, and never says that nothing is there. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { readAny } from '../../../lib/sites/generic.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudePerformActionBytes, claudeUrl } from '../../fixtures/sites/claude/bodies.ts';
import { geminiUrl } from '../../fixtures/sites/gemini/bodies.ts';
import { atGate, gzipped, post } from './requests.ts';
import { WIRES } from './wires.ts';

const URLS = [
  chatgptUrl.conversation,
  chatgptUrl.files,
  claudeUrl.completion,
  claudeUrl.performAction,
  geminiUrl.stream,
];
const HEADERS: Record<string, string>[] = [
  {},
  { 'content-type': 'application/json' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'application/connect+proto' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'deflate' },
];

const read = (request: CapturedRequest) => siteForUrl(request.url)!.read(request);

describe('any body on any call', () => {
  it('of text is read: something is shown, or there is nothing but blanks and protocol words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...URLS),
        fc.constantFrom(...HEADERS),
        fc.string({ unit: 'binary' }),
        async (url, headers, text) => {
          const prompt = await read(post(url, text, headers));
          if (prompt === null) expect(text).not.toMatch(/\p{L}{3}/u);
          else expect(prompt.parts.length + prompt.unreadable.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of bytes is read without an exception, by adapters and by the reader of unknown calls', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...URLS),
        fc.constantFrom(...HEADERS),
        fc.uint8Array({ maxLength: 200 }),
        async (url, headers, bytes) => {
          const request = post(url, bytes, headers);
          for (const prompt of [await read(request), await readAny({ id: 'x' }, request)]) {
            if (prompt) expect(new Set(prompt.parts.map(({ id }) => id)).size).toBe(prompt.parts.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of wires cut off within the text or behind it is never silently empty', async () => {
    const text = 'A sentence that a person wrote, and that is to be seen';
    const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...WIRES), share, async ({ site, make }, at) => {
        const request = atGate(make(text));
        if (request.body.kind !== 'bytes') return;
        const { bytes } = request.body;
        const start = Math.max(1, new TextDecoder('latin1').decode(bytes).indexOf('sentence'));
        const cut = bytes.subarray(0, start + Math.floor(at * (bytes.length - start)));
        expect(await site.read({ ...request, body: { kind: 'bytes', bytes: cut } })).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe('named attacks', () => {
  it('a packed body of gigabytes', async () => {
    const bomb = gzipped(new Uint8Array(40 * 1024 * 1024));
    const prompt = await read(post(claudeUrl.completion, bomb, { 'content-encoding': 'gzip' }));
    expect(prompt).toMatchObject({ parts: [], unreadable: [{ reason: 'oversized' }] });
  });

  it('a body larger than any prompt', async () => {
    const bytes = new Uint8Array(33 * 1024 * 1024);
    expect((await read(post(chatgptUrl.conversation, bytes)))?.unreadable).toEqual([
      { id: 'body', reason: 'oversized' },
    ]);
  });

  it('gzip in gzip', async () => {
    const packed = gzipped(gzipped('{"prompt":"x y"}'));
    expect((await read(post(claudeUrl.completion, packed)))?.unreadable).toEqual([{ id: 'body', reason: 'binary' }]);
  });

  it('JSON nested a hundred thousand levels deep', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect((await read(post(chatgptUrl.conversation, deep)))?.unreadable).toEqual([
      { id: 'body', reason: 'unknown_shape' },
    ]);
    expect((await readAny({ id: 'x' }, post(chatgptUrl.conversation, deep)))?.unreadable).toHaveLength(1);
  });

  it('a prompt of 2 MB, whole, from page and gate', async () => {
    const text = 'Line with "quotes" and Zoë\n'.repeat(78_000);
    const request = post(chatgptUrl.conversation, chatgptConversationBody(text));
    for (const side of [request, atGate(request)]) expect((await read(side))?.parts[0]?.text).toBe(text);
    const rpc = await read(post(claudeUrl.performAction, claudePerformActionBytes(text)));
    expect(rpc?.parts[0]?.text).toBe(text);
  });

  it('lone surrogates, NULs, marks of byte order and direction', async () => {
    const text = '\ufeff a\u0000b \ud800 c\udfff \u202e d \u2028';
    const body = `\ufeff${chatgptConversationBody(text)}`;
    const request = post(chatgptUrl.conversation, body);
    expect((await read(request))?.parts[0]?.text).toBe(text);
    expect((await read(atGate(request)))?.parts[0]?.text).toBe(text);
  });

  it('keys that are names of built-in properties', async () => {
    const body = '{"__proto__":{"text":"x y"},"constructor":"z w","messages":[{"toString":"u v"}]}';
    expect((await read(post(chatgptUrl.conversation, body)))?.parts.map(({ text }) => text)).toEqual([
      'x y',
      'z w',
      'u v',
    ]);
  });

  it('a role stated twice, in the other order', async () => {
    const body = '{"messages":[{"author":{"role":"assistant","role":"user"},"content":{"parts":["hello"]}}]}';
    expect((await read(post(chatgptUrl.conversation, body)))?.parts[0]?.role).toBe('user');
  });

  it('fifty thousand messages', async () => {
    const messages = Array.from({ length: 50_000 }, (_, index) => ({
      author: { role: 'user' },
      content: { parts: [`t ${index}`] },
    }));
    expect((await read(post(chatgptUrl.conversation, JSON.stringify({ messages }))))?.parts).toHaveLength(50_000);
  });
});
