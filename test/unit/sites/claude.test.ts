import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import { claude } from '../../../lib/sites/claude.ts';
import {
  claudeActionBytes,
  claudeCompletionBody,
  claudeConversation,
  claudePerformActionBytes,
  claudeUrl,
  claudeWarmTurnBytes,
} from '../../fixtures/sites/claude/bodies.ts';
import { bytesOf, gzipped, open, post, textOf } from './requests.ts';

const files = [
  { name: 'one.txt', content: 'first file' },
  { name: 'two.csv', type: 'csv', content: 'name\nJane Doe' },
];

describe('Claude, calls', () => {
  it.each([
    ['POST', claudeUrl.completion, 'prompt'],
    ['POST', claudeUrl.retry, 'prompt'],
    ['POST', claudeUrl.performAction, 'prompt'],
    ['POST', claudeUrl.sendAndSettle, 'prompt'],
    ['POST', claudeUrl.memory, 'prompt'],
    ['POST', claudeUrl.title, 'draft'],
    ['POST', claudeUrl.docs, 'upload'],
    ['POST', claudeUrl.upload, 'upload'],
    ['POST', claudeUrl.wiggle, 'upload'],
    ['POST', claudeUrl.convert, 'upload'],
    ['POST', claudeUrl.streamTimeline, 'other'],
    ['GET', claudeUrl.completion, 'other'],
    ['GET', 'https://claude.ai/api/organizations', 'other'],
    ['POST', 'https://a-api.claude.ai/v1/t', 'other'],
    ['PATCH', 'https://claude.ai/api/account/settings', 'other'],
  ])('%s %s is %s', (method, url, kind) => {
    expect(claude.callKind({ method, url, transport: 'fetch' })).toBe(kind);
  });

  it('reads prompts in the address', async () => {
    expect(await claude.read(open('https://claude.ai/new?q=hello%20there'))).toMatchObject({
      channel: 'url',
      parts: [{ text: 'hello there' }],
    });
  });
});

describe('Claude, JSON wire', () => {
  it('reads prompt, files and settings apart', async () => {
    const prompt = await claude.read(post(claudeUrl.completion, claudeCompletionBody('hello', { attachments: files })));
    expect(prompt).toMatchObject({ shape: 'known', channel: 'typed', conversation: claudeConversation });
    expect(prompt?.parts.filter(({ role }) => role === 'user')).toMatchObject([
      { kind: 'text', text: 'hello' },
      { kind: 'attachment', text: 'one.txt' },
      { kind: 'attachment', text: 'first file', name: 'one.txt', mediaType: 'txt' },
      { kind: 'attachment', text: 'two.csv' },
      { kind: 'attachment', text: 'name\nJane Doe', name: 'two.csv', mediaType: 'csv' },
    ]);
    expect(prompt?.parts.filter(({ text }) => text === 'Normal').map(({ role }) => role)).toEqual(['system', 'system']);
    // The app's own words about a style would say its name with every prompt.
    expect(prompt?.parts.map(({ text }) => text).join()).not.toContain('Default responses from Claude');
  });

  it('reads a packed body without any header that says so', async () => {
    const prompt = await claude.read(post(claudeUrl.completion, gzipped(claudeCompletionBody('packed text'))));
    expect(prompt).toMatchObject({
      shape: 'known',
      parts: expect.arrayContaining([expect.objectContaining({ text: 'packed text' })]),
    });
  });

  it('refuses packings it cannot undo', async () => {
    for (const encoding of ['br', 'zstd', 'gzip, br']) {
      const request = post(claudeUrl.completion, new Uint8Array([1, 2, 3]), { 'content-encoding': encoding });
      expect((await claude.read(request))?.unreadable).toEqual([{ id: 'body', reason: 'unknown_shape' }]);
    }
    const lying = post(claudeUrl.completion, new TextEncoder().encode('{}'), { 'content-encoding': 'gzip' });
    expect((await claude.read(lying))?.unreadable).toEqual([{ id: 'body', reason: 'damaged' }]);
  });
});

describe('Claude, protobuf wire', () => {
  it('reads text, files and hidden context with their names', async () => {
    const bytes = claudePerformActionBytes('hello', { attachments: files, hiddenContext: ['from a page'] });
    const prompt = await claude.read(post(claudeUrl.performAction, bytes));
    expect(prompt).toMatchObject({
      shape: 'known',
      channel: 'typed',
      conversation: claudeConversation,
      unreadable: [],
    });
    expect(prompt?.parts).toMatchObject([
      { id: '2.3', kind: 'text', text: 'hello' },
      { id: '2.15.1', text: 'one.txt' },
      { id: '2.15.4', kind: 'attachment', text: 'first file', name: 'one.txt', mediaType: 'txt' },
      { id: '2.15[1].1', text: 'two.csv' },
      { id: '2.15[1].4', kind: 'attachment', text: 'name\nJane Doe', name: 'two.csv', mediaType: 'csv' },
      { id: '2.23', text: 'from a page' },
    ]);
  });

  it('calls a warm turn a draft', async () => {
    const prompt = await claude.read(
      post(claudeUrl.performAction, claudeWarmTurnBytes('unsent', { attachments: files })),
    );
    expect(prompt).toMatchObject({ channel: 'draft', shape: 'known' });
    expect(prompt?.parts.map(({ id }) => id)).toEqual([
      '15.1.3',
      '15.1.15.1',
      '15.1.15.4',
      '15.1.15[1].1',
      '15.1.15[1].4',
    ]);
  });

  it('asks nothing of actions without text', async () => {
    const warm = claudeWarmTurnBytes('');
    expect(await claude.read(post(claudeUrl.performAction, warm))).toBeNull();
    // stop_generation
    expect(await claude.read(post(claudeUrl.performAction, claudeActionBytes(3, 2, '')))).toBeNull();
  });

  it('says what a tool gave back', async () => {
    const prompt = await claude.read(post(claudeUrl.performAction, claudeActionBytes(11, 2, '{"rows":["Jane"]}')));
    expect(prompt?.parts).toMatchObject([{ role: 'tool', text: '{"rows":["Jane"]}' }]);
  });

  it('reads answers to the forms a model shows', async () => {
    const value = new BinaryWriter().tag(1, WireType.LengthDelimited).string('address');
    value.tag(2, WireType.LengthDelimited).string('12 Example Street');
    const response = new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(value.finish()).finish();
    const action = new BinaryWriter().tag(2, WireType.LengthDelimited).bytes(response).finish();
    const request = new BinaryWriter().tag(4, WireType.LengthDelimited).bytes(action).finish();
    const prompt = await claude.read(post(claudeUrl.performAction, request));
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['address', '12 Example Street']);
  });

  const prose = new TextEncoder().encode('A new field that carries a whole sentence of the person.');

  it('reads long text in fields nobody knows and calls the shape unknown', async () => {
    const bytes = claudePerformActionBytes('hello', { unknownFields: [{ field: 77, bytes: prose }] });
    const prompt = await claude.read(post(claudeUrl.performAction, bytes));
    expect(prompt).toMatchObject({ shape: 'unknown', unreadable: [] });
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['hello', new TextDecoder().decode(prose)]);
  });

  it('redacts fields nobody knows, and keeps their neighbours', async () => {
    const noise = new Uint8Array([8, 150, 1]);
    const unknownFields = [
      { field: 77, bytes: prose },
      { field: 78, bytes: noise },
    ];
    const request = post(claudeUrl.performAction, claudePerformActionBytes('hello', { unknownFields }));
    const body = await claude.write(request, new Map([['2.77', 'gone']]));
    const gone = new TextEncoder().encode('gone');
    expect(bytesOf(body)).toEqual(
      claudePerformActionBytes('hello', {
        unknownFields: [
          { field: 77, bytes: gone },
          { field: 78, bytes: noise },
        ],
      }),
    );
  });

  it('tells of bytes nobody knows', async () => {
    const unknownFields = [{ field: 77, bytes: new Uint8Array(200).fill(0xff) }];
    const prompt = await claude.read(post(claudeUrl.performAction, claudePerformActionBytes('hi', { unknownFields })));
    expect(prompt?.unreadable).toEqual([{ id: '2.77', reason: 'binary' }]);
  });

  it.each([1, 5, 60, 150])('tells of a message cut off after %i bytes', async (length) => {
    const bytes = claudePerformActionBytes('some text that is long enough to be cut off somewhere in here').subarray(
      0,
      length,
    );
    expect((await claude.read(post(claudeUrl.performAction, bytes)))?.unreadable).not.toEqual([]);
  });

  it('writes the JSON wire when the body came on the JSON wire', async () => {
    const request = post(claudeUrl.performAction, JSON.stringify({ sendMessage: { text: 'a secret value' } }));
    const body = await claude.write(request, new Map([['sendMessage.text', 'x']]));
    expect(textOf(body)).toBe('{"sendMessage":{"text":"x"}}');
  });
});

describe('Claude, uploads', () => {
  it('reads text files and their names, and tells of the others', async () => {
    const file = (name: string, bytes: Uint8Array | null) => ({ name: 'file', file: { name, type: '', bytes } });
    const read = (one: ReturnType<typeof file>) =>
      claude.read(post(claudeUrl.upload, { kind: 'fields', encoding: 'multipart', fields: [one] }));
    expect(await read(file('a b.txt', new TextEncoder().encode('hello')))).toMatchObject({
      channel: 'file',
      shape: 'known',
      parts: [{ text: 'a b.txt' }, { text: 'hello', kind: 'attachment', name: 'a b.txt' }],
    });
    expect((await read(file('a.pdf', new Uint8Array([0x25, 0x50, 0, 0xff]))))?.unreadable).toMatchObject([
      { id: 'file', reason: 'binary', file: { name: 'a.pdf' } },
    ]);
    // At the gate no browser shows the bytes of files.
    expect((await read(file('', null)))?.unreadable).toEqual([{ id: 'file', reason: 'no_body' }]);
  });
});
