import { describe, expect, it } from 'vitest';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { writeFrames } from '../../../lib/sites/codecs/connect.ts';
import { kimi } from '../../../lib/sites/kimi.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { CHAT, kimiLegacyBody, kimiUrl } from '../../fixtures/sites/kimi/bodies.ts';
import { chatBody, chatMessage } from '../../fixtures/sites/kimi/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { atGate, bytesOf, gzipped, post } from './requests.ts';
import { fileForm, JSON_TYPE, prompts, uploads } from './wire.ts';

const CONNECT = { 'content-type': 'application/connect+json' };
const send = (text: string) => post(kimiUrl.chat, chatBody({ chat: CHAT, text }), CONNECT);
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const put = (bytes: Uint8Array): CapturedRequest => ({ ...post(kimiUrl.store, bytes), method: 'PUT' });

checkWires([
  ...prompts(kimi, {
    Kimi: send,
    'Kimi, packed frame': (text) =>
      post(kimiUrl.chat, writeFrames([{ flags: 1, payload: gzipped(encode(chatMessage({ text }))) }]), CONNECT),
    'Kimi, without a frame': (text) => post(kimiUrl.chat, JSON.stringify(chatMessage({ chat: CHAT, text })), JSON_TYPE),
    'Kimi, older accounts': (text) => post(kimiUrl.legacy, kimiLegacyBody(text), JSON_TYPE),
    'Kimi, name of a chat': (text) =>
      post(kimiUrl.update, JSON.stringify({ chat: { id: CHAT, name: text }, update_mask: 'name' }), JSON_TYPE),
  }),
  ...uploads(kimi, {
    'Kimi file': (text) => post(kimiUrl.upload, fileForm(text)),
    'Kimi file name, older accounts': (text) => post(kimiUrl.preSign, JSON.stringify({ name: text, action: 'file' })),
    'Kimi file bytes, older accounts': (text) => put(new TextEncoder().encode(text)),
  }),
]);

describe('Kimi', () => {
  it('shows the prompt alone, its chat, and the names of its files', async () => {
    const files = [{ id: 'f-9', name: 'Payroll Q3.csv', type: 'text/csv', size: 12 }];
    const request = post(kimiUrl.chat, chatBody({ chat: CHAT, text: 'Read this', files }), CONNECT);
    for (const seen of [request, atGate(request)]) {
      expect(await kimi.read(seen)).toMatchObject({
        shape: 'known',
        conversation: CHAT,
        parts: [
          { kind: 'attachment', text: 'Payroll Q3.csv', mediaType: 'text/csv' },
          { id: 'message.blocks.1.text.content', role: 'user', text: 'Read this' },
        ],
        unreadable: [],
      });
    }
  });

  it('[I36] reads every frame of a body, and refuses one that lies about its length', async () => {
    const frames = ['first secret', 'second secret'].map((text) => ({
      flags: 0,
      payload: encode(chatMessage({ text })),
    }));
    const two = await kimi.read(post(kimiUrl.chat, writeFrames(frames), CONNECT));
    expect(two?.parts.map(({ text }) => text)).toEqual(['first secret', 'second secret']);
    const lying = chatBody({ text: 'call Zoe' });
    new DataView(lying.buffer).setUint32(1, 4_000);
    expect(await kimi.read(post(kimiUrl.chat, lying, CONNECT))).toMatchObject({ unreadable: [{ reason: 'damaged' }] });
  });

  it('writes the frame again with its new length', async () => {
    const id = 'message.blocks.0.text.content';
    const bytes = bytesOf(await kimi.write(send('call Zoe'), new Map([[id, 'call [PERSON_1·k7q2]']])));
    expect(bytes).toEqual(chatBody({ chat: CHAT, text: 'call [PERSON_1·k7q2]' }));
  });

  it('judges a field it does not know', async () => {
    const message = { ...chatMessage({ text: 'hello' }), memo: 'Call Jane Doe at home' };
    const prompt = await kimi.read(post(kimiUrl.chat, writeFrames([{ flags: 0, payload: encode(message) }]), CONNECT));
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['hello', 'Call Jane Doe at home']);
  });

  it('is found under all its names', () => {
    for (const host of ['kimi.com', 'www.kimi.ai', 'kimi.moonshot.cn', 'auth.kimi.com']) {
      expect(siteForUrl(`https://${host}/`)?.id).toBe('kimi');
    }
    expect(siteForUrl(kimiUrl.store)).toBeNull();
  });

  it.each([
    ['POST', 'https://www.kimi.com/apiv2/kimi.gateway.account.v1.UserService/GetCurrentUser'],
    ['POST', 'https://www.kimi.com/apiv2/kimi.gateway.chat.v1.ChatService/ListMessages'],
    ['POST', 'https://www.kimi.com/apiv2-files/kimi.gateway.file.v1.FileService/GetFileParseProgress'],
    ['POST', 'https://auth.kimi.com/api/account.gateway.v1.AuthService/RefreshToken'],
  ])('takes %s %s for a call of the app', (method, url) => {
    expect(kimi.callKind({ method, url, transport: 'fetch' })).toBe('other');
  });
});
