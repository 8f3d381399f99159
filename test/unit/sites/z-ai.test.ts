import { describe, expect, it } from 'vitest';
import { zAi } from '../../../lib/sites/z-ai.ts';
import { CHAT, zAiUrl } from '../../fixtures/sites/z-ai/bodies.ts';
import { completionsBody, type Message, newChatBody, type StoredFile } from '../../fixtures/sites/z-ai/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { post, textOf } from './requests.ts';
import { fileForm, JSON_TYPE, prompts, uploads } from './wire.ts';

const send = (url: string, body: unknown) => post(url, JSON.stringify(body), JSON_TYPE);
const ask = (text: string, earlier: Message[] = [], files: StoredFile[] = []) =>
  send(zAiUrl.completions, completionsBody(CHAT, [...earlier, { role: 'user', content: text }], files));

checkWires([
  ...prompts(zAi, {
    'Z.ai': (text) => ask(text),
    'Z.ai, older address': (text) =>
      send(zAiUrl.older, { model: 'glm-4.6', chat_id: CHAT, messages: [{ role: 'user', content: text }] }),
    'Z.ai, new thread': (text) => send(zAiUrl.newChat, newChatBody(text)),
    'Z.ai, stored thread': (text) => send(zAiUrl.chat, newChatBody(text)),
  }),
  ...uploads(zAi, { 'Z.ai file': (text) => post(zAiUrl.files, fileForm(text)) }),
]);

describe('Z.ai', () => {
  it('tells who wrote each message; the signed copy is a part of its own where it says something else', async () => {
    const earlier: Message[] = [
      { role: 'user', content: 'Hello there' },
      { role: 'assistant', content: 'Hello!' },
    ];
    const prompt = await zAi.read(ask('And now?', earlier));
    expect(prompt).toMatchObject({ shape: 'known', conversation: CHAT, unreadable: [] });
    expect(prompt?.parts.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'Hello there'],
      ['assistant', 'Hello!'],
      ['user', 'And now?'],
    ]);
    const body = { ...completionsBody(CHAT, [{ role: 'user', content: 'hello' }]), signature_prompt: 'Call Jane Doe' };
    const other = await zAi.read(send(zAiUrl.completions, body));
    expect(other?.parts.map(({ text }) => text)).toEqual(['hello', 'Call Jane Doe']);
  });

  it('[I39] redacts the signed copy with the prompt, however short', async () => {
    const body = await zAi.write(ask('123-45-6789'), new Map([['messages.0.content', '[US_SSN_1·k7q2]']]));
    expect(textOf(body)).not.toContain('123-45-6789');
    expect(JSON.parse(textOf(body)).signature_prompt).toBe('[US_SSN_1·k7q2]');
  });

  it('names attached files, and replaces the name everywhere', async () => {
    const request = ask('Read this', [], [{ id: 'f-9', name: 'Payroll Jane Doe.csv', size: 12 }]);
    const prompt = await zAi.read(request);
    expect(prompt?.shape).toBe('known');
    const part = prompt!.parts.find(({ kind }) => kind === 'attachment')!;
    expect(part).toMatchObject({ text: 'Payroll Jane Doe.csv', name: 'Payroll Jane Doe.csv' });
    expect(textOf(await zAi.write(request, new Map([[part.id, 'gone.csv']])))).not.toContain('Jane Doe');
  });

  it('judges a field it does not know', async () => {
    const body = { ...completionsBody(CHAT, [{ role: 'user', content: 'hello' }]), memo: 'Call Jane Doe at home' };
    const prompt = await zAi.read(send(zAiUrl.completions, body));
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['hello', 'Call Jane Doe at home']);
  });

  it.each([
    ['POST', 'https://chat.z.ai/api/v1/auths/signin'],
    ['GET', 'https://chat.z.ai/api/v1/chats/?page=1'],
    ['POST', 'https://chat.z.ai/api/v1/tasks/stop/1'],
  ])('takes %s %s for a call of the app', (method, url) => {
    expect(zAi.callKind({ method, url, transport: 'fetch' })).toBe('other');
  });
});
