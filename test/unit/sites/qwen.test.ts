import { describe, expect, it } from 'vitest';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { qwen } from '../../../lib/sites/qwen.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { CHAT, qwenUrl } from '../../fixtures/sites/qwen/bodies.ts';
import { completionsBody, newChatBody, stsTokenBody, type Turn } from '../../fixtures/sites/qwen/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { open, post, textOf } from './requests.ts';
import { drafts, fileForm, JSON_TYPE, prompts, uploads } from './wire.ts';

const send = (url: string, body: unknown) => post(url, JSON.stringify(body), JSON_TYPE);
const completion = (text: string, turn: Partial<Turn> = {}) =>
  send(qwenUrl.completions, completionsBody({ chat: CHAT, parent: null, text, ...turn }));
const put = (bytes: Uint8Array): CapturedRequest => ({ ...post(qwenUrl.store, bytes), method: 'PUT' });
const thread = (content: string) => ({
  chat: { id: CHAT, models: ['qwen3-max'], messages: [{ id: 'm-1', role: 'user', content }] },
});

checkWires([
  ...prompts(qwen, {
    Qwen: (text) => completion(text),
    'Qwen, content in pieces': (text) => {
      const body = completionsBody({ chat: CHAT, parent: null, text: '' });
      const [message] = body.messages;
      return send(qwenUrl.completions, { ...body, messages: [{ ...message, content: [{ type: 'text', text }] }] });
    },
    'Qwen, title': (text) => send(qwenUrl.newChat, newChatBody(text)),
    'Qwen, stored thread': (text) => send(qwenUrl.chat, thread(text)),
  }),
  ...drafts(qwen, {
    'Qwen, what to ask next': (text) =>
      send(qwenUrl.suggestions, { model: 'qwen3-max', chat_id: CHAT, messages: [{ role: 'user', content: text }] }),
  }),
  ...uploads(qwen, {
    'Qwen file name': (text) => send(qwenUrl.stsToken, stsTokenBody(text, 2048)),
    'Qwen file': (text) => put(new TextEncoder().encode(text)),
    'Qwen file through the app': (text) => post(qwenUrl.files, fileForm(text)),
  }),
]);

describe('Qwen', () => {
  it('names an attached file in every place that does, and replaces the name in all of them', async () => {
    const file = { id: 'f-9', url: qwenUrl.store, name: 'Payroll Jane Doe.csv', type: 'text/csv', size: 12 };
    const request = completion('Read this', { files: [file] });
    const prompt = await qwen.read(request);
    expect(prompt).toMatchObject({ shape: 'known', conversation: CHAT, unreadable: [] });
    expect(prompt?.parts.map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ...Array(3).fill(['attachment', 'Payroll Jane Doe.csv']),
      ['text', 'Read this'],
    ]);
    const part = prompt!.parts.find(({ kind }) => kind === 'attachment')!;
    const body = textOf(await qwen.write(request, new Map([[part.id, 'gone.csv']])));
    expect(body).not.toContain('Jane Doe');
    expect(body.split('gone.csv').length).toBe(4);
  });

  it('takes the name of a new chat that nobody gave for what it is', async () => {
    expect((await qwen.read(send(qwenUrl.newChat, newChatBody())))?.parts).toMatchObject([{ text: 'New Chat' }]);
  });

  it('judges a field it does not know', async () => {
    const body = { ...completionsBody({ chat: CHAT, parent: null, text: 'hello' }), memo: 'Call Jane Doe at home' };
    expect((await qwen.read(send(qwenUrl.completions, body)))?.parts.map(({ text }) => text)).toEqual([
      'hello',
      'Call Jane Doe at home',
    ]);
  });

  it('knows the object store when its own page uploads, and governs it for nobody else', () => {
    expect(qwen.callKind(put(new Uint8Array(1)))).toBe('upload');
    expect(siteForUrl(qwenUrl.store)).toBeNull();
    expect(siteForUrl('https://qwen.ai/')?.id).toBe('qwen');
  });

  it.each([
    ['GET', 'https://chat.qwen.ai/api/v2/chats/?page=1'],
    ['POST', 'https://chat.qwen.ai/api/v1/auths/signin'],
    ['POST', 'https://chat.qwen.ai/api/v2/chats/new/stop'],
    ['GET', qwenUrl.completions],
  ])('takes %s %s for a call of the app', (method, url) => {
    expect(qwen.callKind({ method, url, transport: 'fetch' })).toBe('other');
  });

  it('reads a prompt in the address', () => {
    expect(qwen.callKind(open('https://chat.qwen.ai/?q=hello'))).toBe('prompt');
  });
});
