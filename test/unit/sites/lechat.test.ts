import { describe, expect, it } from 'vitest';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { lechat } from '../../../lib/sites/lechat.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { CHAT, lechatUrl } from '../../fixtures/sites/lechat/bodies.ts';
import { chatBody, newChatBody, uploadFileBody } from '../../fixtures/sites/lechat/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { post, textOf } from './requests.ts';
import { fileForm, JSON_TYPE, prompts, uploads } from './wire.ts';

const send = (url: string, body: unknown) => post(url, JSON.stringify(body), JSON_TYPE);
const put = (bytes: Uint8Array): CapturedRequest => ({ ...post(lechatUrl.blob, bytes), method: 'PUT' });
const file = {
  type: 'text',
  url: 'https://chatuploadsweu.blob.core.windows.net/f?sig=x',
  name: 'Payroll Q3.csv',
} as const;

checkWires([
  ...prompts(lechat, {
    'Le Chat, new thread': (text) => send(lechatUrl.newChat, newChatBody(text)),
    'Le Chat, new thread with content as a string': (text) =>
      send(lechatUrl.newChat, { 0: { json: { ...newChatBody('')[0].json, content: text } } }),
    'Le Chat, outside of a batch': (text) => send(lechatUrl.newChat, newChatBody(text)[0]),
    'Le Chat, second of two joined calls': (text) =>
      send(lechatUrl.joined, { 0: { json: null }, 1: newChatBody(text)[0] }),
    'Le Chat, later prompt': (text) => send(lechatUrl.chat, chatBody({ chat: CHAT, text })),
    'Le Chat, later prompt as a string': (text) =>
      send(lechatUrl.chat, { ...chatBody({ chat: CHAT }), mode: 'append', messageInput: text }),
    'Le Chat, thread renamed': (text) => send(lechatUrl.rename, { 0: { json: { chatId: CHAT, title: text } } }),
  }),
  ...uploads(lechat, {
    'Le Chat file': (text) => put(new TextEncoder().encode(text)),
    'Le Chat file through the app': (text) => post(lechatUrl.file, fileForm(text)),
  }),
]);

describe('Le Chat', () => {
  it('starts an answer without any text', async () => {
    expect(await lechat.read(send(lechatUrl.chat, chatBody({ chat: CHAT })))).toBeNull();
    expect(await lechat.read(send(lechatUrl.uploadFile, uploadFileBody('text')))).toBeNull();
  });

  it('names attached files, on both calls', async () => {
    for (const request of [
      send(lechatUrl.newChat, newChatBody('Read this', [file])),
      send(lechatUrl.chat, chatBody({ chat: CHAT, text: 'Read this', files: [file] })),
    ]) {
      const prompt = await lechat.read(request);
      expect(prompt?.shape).toBe('known');
      expect(prompt?.parts.map(({ kind, text }) => [kind, text]).sort()).toEqual([
        ['attachment', 'Payroll Q3.csv'],
        ['text', 'Read this'],
      ]);
    }
  });

  it('writes into the call of the batch that holds the text', async () => {
    const request = send(lechatUrl.joined, { 0: { json: null }, 1: newChatBody('call Zoe')[0] });
    const body = await lechat.write(request, new Map([['1.json.content.0.text', 'call [PERSON_1·k7q2]']]));
    expect(JSON.parse(textOf(body))).toEqual({ 0: { json: null }, 1: newChatBody('call [PERSON_1·k7q2]')[0] });
  });

  it('knows the object store when its own page uploads, and governs it for nobody else', () => {
    expect(lechat.callKind(put(new Uint8Array(1)))).toBe('upload');
    expect(siteForUrl(lechatUrl.blob)).toBeNull();
  });

  it.each([
    ['GET', 'https://chat.mistral.ai/api/trpc/chat.list?batch=1&input=%7B%7D'],
    ['POST', 'https://chat.mistral.ai/api/trpc/user.acceptToS?batch=1'],
    ['GET', 'https://chat.mistral.ai/api/session'],
    ['GET', lechatUrl.blob],
  ])('takes %s %s for a call of the app', (method, url) => {
    expect(lechat.callKind({ method, url, transport: 'fetch' })).toBe('other');
  });
});
