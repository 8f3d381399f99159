import { describe, expect, it } from 'vitest';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { leChat } from '../../../lib/sites/le-chat.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { CHAT, leChatUrl } from '../../fixtures/sites/le-chat/bodies.ts';
import { chatBody, newChatBody, uploadFileBody } from '../../fixtures/sites/le-chat/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { post, textOf } from './requests.ts';
import { fileForm, JSON_TYPE, prompts, uploads } from './wire.ts';

const send = (url: string, body: unknown) => post(url, JSON.stringify(body), JSON_TYPE);
const put = (bytes: Uint8Array): CapturedRequest => ({ ...post(leChatUrl.blob, bytes), method: 'PUT' });
const file = {
  type: 'text',
  url: 'https://chatuploadsweu.blob.core.windows.net/f?sig=x',
  name: 'Payroll Q3.csv',
} as const;

checkWires([
  ...prompts(leChat, {
    'Le Chat, new thread': (text) => send(leChatUrl.newChat, newChatBody(text)),
    'Le Chat, new thread with content as a string': (text) =>
      send(leChatUrl.newChat, { 0: { json: { ...newChatBody('')[0].json, content: text } } }),
    'Le Chat, outside of a batch': (text) => send(leChatUrl.newChat, newChatBody(text)[0]),
    'Le Chat, second of two joined calls': (text) =>
      send(leChatUrl.joined, { 0: { json: null }, 1: newChatBody(text)[0] }),
    'Le Chat, later prompt': (text) => send(leChatUrl.chat, chatBody({ chat: CHAT, text })),
    'Le Chat, later prompt as a string': (text) =>
      send(leChatUrl.chat, { ...chatBody({ chat: CHAT }), mode: 'append', messageInput: text }),
    'Le Chat, thread renamed': (text) => send(leChatUrl.rename, { 0: { json: { chatId: CHAT, title: text } } }),
  }),
  ...uploads(leChat, {
    'Le Chat file': (text) => put(new TextEncoder().encode(text)),
    'Le Chat file through the app': (text) => post(leChatUrl.file, fileForm(text)),
  }),
]);

describe('Le Chat', () => {
  it('starts an answer without any text', async () => {
    expect(await leChat.read(send(leChatUrl.chat, chatBody({ chat: CHAT })))).toBeNull();
    expect(await leChat.read(send(leChatUrl.uploadFile, uploadFileBody('text')))).toBeNull();
  });

  it('names attached files, on both calls', async () => {
    for (const request of [
      send(leChatUrl.newChat, newChatBody('Read this', [file])),
      send(leChatUrl.chat, chatBody({ chat: CHAT, text: 'Read this', files: [file] })),
    ]) {
      const prompt = await leChat.read(request);
      expect(prompt?.shape).toBe('known');
      expect(prompt?.parts.map(({ kind, text }) => [kind, text]).sort()).toEqual([
        ['attachment', 'Payroll Q3.csv'],
        ['text', 'Read this'],
      ]);
    }
  });

  it('writes into the call of the batch that holds the text', async () => {
    const request = send(leChatUrl.joined, { 0: { json: null }, 1: newChatBody('call Zoe')[0] });
    const body = await leChat.write(request, new Map([['1.json.content.0.text', 'call [PERSON_1·k7q2]']]));
    expect(JSON.parse(textOf(body))).toEqual({ 0: { json: null }, 1: newChatBody('call [PERSON_1·k7q2]')[0] });
  });

  it('knows the object store when its own page uploads, and governs it for nobody else', () => {
    expect(leChat.callKind(put(new Uint8Array(1)))).toBe('upload');
    expect(siteForUrl(leChatUrl.blob)).toBeNull();
  });

  it.each([
    ['GET', 'https://chat.mistral.ai/api/trpc/chat.list?batch=1&input=%7B%7D'],
    ['POST', 'https://chat.mistral.ai/api/trpc/user.acceptToS?batch=1'],
    ['GET', 'https://chat.mistral.ai/api/session'],
    ['GET', leChatUrl.blob],
  ])('takes %s %s for a call of the app', (method, url) => {
    expect(leChat.callKind({ method, url, transport: 'fetch' })).toBe('other');
  });
});
