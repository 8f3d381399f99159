import { describe, expect, it } from 'vitest';
import { claude } from '../../../lib/sites/claude.ts';
import { gemini } from '../../../lib/sites/gemini.ts';
import { readAny } from '../../../lib/sites/generic.ts';
import { claudePerformActionBytes } from '../../fixtures/sites/claude/bodies.ts';
import { geminiBatchForm, geminiUrl } from '../../fixtures/sites/gemini/bodies.ts';
import { gzipped, open, post, textOf } from './requests.ts';

const SITE = { id: 'chatgpt' };
const URL = 'https://chatgpt.com/ces/v1/t';

async function texts(...request: Parameters<typeof post>): Promise<string[]> {
  return (await readAny(SITE, post(...request)))?.parts.map(({ text }) => text) ?? [];
}

describe('readAny', () => {
  it.each<[string, string | Uint8Array, string[]]>([
    ['JSON', '{"a":["x y",{"b":"z"}],"n":1}', ['x y', 'z']],
    ['JSON in JSON in JSON', JSON.stringify({ a: JSON.stringify([JSON.stringify({ b: 'x y' })]) }), ['x y']],
    ['lines of JSON', '{"event":"x y"}\n{"event":"z"}\n', ['x y', 'z']],
    ['a form', 'message=Jane+Doe&n=1', ['Jane Doe', '1']],
    ['plain text', 'just a sentence', ['just a sentence']],
    ['text that looks like JSON', '{"a": "x"', ['{"a": "x"']],
    ['packed JSON', gzipped('{"a":"x y"}'), ['x y']],
    ['keys that hold more than a name', '{"jane@example.com":{"seen":true}}', ['jane@example.com']],
  ])('reads %s', async (_, body, expected) => expect(await texts(URL, body)).toEqual(expected));

  it('reads protobuf nobody announced', async () => {
    const found = await texts(
      'https://claude.ai/unknown',
      claudePerformActionBytes('hello there', { hiddenContext: ['x y'] }),
    );
    expect(found).toEqual(expect.arrayContaining(['hello there', 'x y']));
  });

  it('sees that a short message of numbers says nothing', async () => {
    expect(await readAny(SITE, post(URL, new Uint8Array([0x08, 0x01, 0x10, 0x96, 0x01])))).toBeNull();
    const long = new Uint8Array(100).map((_, index) => (index % 2 === 0 ? 0x08 : 0x01));
    expect((await readAny(SITE, post(URL, long)))?.unreadable).toEqual([{ id: 'body', reason: 'binary' }]);
  });

  it('reads what an address says', async () => {
    const request = open('https://chatgpt.com/search/Jane%20Doe/x?q=find+me&empty=&limit=5');
    expect((await readAny(SITE, request))?.parts.map(({ id, text }) => [id, text])).toEqual([
      ['url.q', 'find me'],
      ['url.limit', '5'],
      ['url.path', 'Jane Doe'],
    ]);
    expect(await readAny(SITE, open('https://chatgpt.com/c/%zz'))).toMatchObject({ parts: [{ text: '%zz' }] });
  });

  it('gives nothing for a call that says nothing', async () => {
    expect(await readAny(SITE, post(URL, { kind: 'none' }))).toBeNull();
    expect(await readAny(SITE, post(URL, ''))).toBeNull();
    expect(await readAny(SITE, post(URL, '{"n":1,"s":"","t":[true,null]}'))).toBeNull();
  });

  it('shows each text once, in order, with ids of their own', async () => {
    const prompt = await readAny(SITE, post(URL, '["a","b","a",["b","c"],"a"]'));
    expect(prompt?.parts.map(({ id, text }) => [id, text])).toEqual([
      ['0', 'a'],
      ['1', 'b'],
      ['3.1', 'c'],
    ]);
    const double = await readAny(SITE, post(URL, '{"x":"a","x":"b"}'));
    expect(double?.parts.map(({ id }) => id)).toEqual(['x', 'x#2']);
  });

  it('says what kind of prompt it is', async () => {
    expect(await readAny(SITE, post(URL, '"hello"'))).toEqual({
      app: 'chatgpt',
      host: 'chatgpt.com',
      channel: 'other',
      shape: 'unknown',
      conversation: null,
      parts: [{ id: 'body', role: 'user', kind: 'text', text: 'hello' }],
      unreadable: [],
    });
  });

  it('tells of bytes that are no text', async () => {
    const bytes = new Uint8Array(100).map((_, index) => (index * 89 + 200) % 256);
    expect((await readAny(SITE, post(URL, bytes)))?.unreadable).toEqual([{ id: 'body', reason: 'binary' }]);
  });

  it('survives an address that is none', async () => {
    expect(await readAny(SITE, post('not an address', 'text'))).toMatchObject({
      host: '',
      unreadable: [{ reason: 'damaged' }],
    });
  });

  it('reads the calls of Gemini that are no prompts', async () => {
    const request = post(geminiUrl.batch, geminiBatchForm('MaZiqc', ['x y', ['deep text', 1]]));
    expect(gemini.callKind(request)).toBe('other');
    const found = (await readAny(gemini, request))?.parts.map(({ text }) => text);
    expect(found).toEqual(expect.arrayContaining(['x y', 'deep text']));
  });
});

describe('other calls', () => {
  it('are read and written by their adapter too, every copy', async () => {
    const request = post(
      'https://claude.ai/api/event',
      JSON.stringify({ a: 'My name is Jane', b: ['My name is Jane', 'ok'] }),
    );
    expect(claude.callKind(request)).toBe('other');
    expect(await claude.read(request)).toEqual(await readAny(claude, request));
    const body = await claude.write(request, new Map([['a', 'My name is [X]']]));
    expect(JSON.parse(textOf(body))).toEqual({ a: 'My name is [X]', b: ['My name is [X]', 'ok'] });
  });
});
