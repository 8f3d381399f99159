import { describe, expect, it } from 'vitest';
import { huggingchat } from '../../../lib/sites/huggingchat.ts';
import { CONVERSATION, huggingchatForm, huggingchatUrl } from '../../fixtures/sites/huggingchat/bodies.ts';
import { messageData } from '../../fixtures/sites/huggingchat/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { bytesOf, open, post } from './requests.ts';
import { JSON_TYPE, prompts } from './wire.ts';

const json = (url: string, value: unknown, method = 'POST') => ({
  ...post(url, JSON.stringify(value), JSON_TYPE),
  method,
});

/** The same form as the bytes a browser makes of it. */
function encoded(inputs: string): Uint8Array {
  const part = (head: string, content: string) =>
    `--b1\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const file = part('name="files"; filename="base64;a.txt"', Buffer.from('tea').toString('base64'));
  return new TextEncoder().encode(`${file}${part('name="data"', messageData(inputs))}--b1--\r\n`);
}

checkWires([
  ...prompts(huggingchat, {
    HuggingChat: (text) => post(huggingchatUrl.message, huggingchatForm(text)),
    'HuggingChat, as bytes': (text) => post(huggingchatUrl.message, encoded(text)),
    'HuggingChat, file with a prompt': (text) =>
      post(huggingchatUrl.message, huggingchatForm('Read this', [{ name: 'notes.txt', content: text }])),
    'HuggingChat, system prompt': (text) => json(huggingchatUrl.start, { model: 'omni', preprompt: text }),
    'HuggingChat, title': (text) => json(huggingchatUrl.rename, { title: text }, 'PATCH'),
    'HuggingChat, settings': (text) =>
      json(huggingchatUrl.settings, { activeModel: 'omni', customPrompts: { 'meta-llama/Llama-4': text } }),
  }),
]);

describe('HuggingChat', () => {
  it('reads files through base64, under their names, and prompt and files are parts of one call', async () => {
    const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 255]);
    const files = [
      { name: 'Payroll Q3.csv', content: 'name,salary\nJane Doe,1' },
      { name: 'scan.pdf', content: pdf },
    ];
    const prompt = await huggingchat.read(post(huggingchatUrl.message, huggingchatForm('Read this', files)));
    expect(prompt).toMatchObject({ shape: 'known', conversation: CONVERSATION });
    expect(prompt?.parts.map(({ kind, text }) => [kind, text])).toEqual([
      ['attachment', 'base64;Payroll Q3.csv'],
      ['attachment', 'name,salary\nJane Doe,1'],
      ['attachment', 'base64;scan.pdf'],
      ['text', 'Read this'],
    ]);
    expect(prompt?.parts[1]).toMatchObject({ name: 'base64;Payroll Q3.csv', mediaType: 'text/plain' });
    expect(prompt?.unreadable).toMatchObject([{ reason: 'binary', file: { name: 'base64;scan.pdf', bytes: pdf } }]);
  });

  it('writes redacted text back into the base64 of a file', async () => {
    const request = post(huggingchatUrl.message, huggingchatForm('hi', [{ name: 'a.txt', content: 'call Jane Doe' }]));
    const id = (await huggingchat.read(request))!.parts.find(({ text }) => text === 'call Jane Doe')!.id;
    const body = await huggingchat.write(request, new Map([[id, 'call [PERSON_1·k7q2]']]));
    expect(body).toEqual(huggingchatForm('hi', [{ name: 'a.txt', content: 'call [PERSON_1·k7q2]' }]));
  });

  it('keeps the bytes of a form around the text', async () => {
    const request = post(huggingchatUrl.message, encoded('call Jane Doe'));
    expect(bytesOf(await huggingchat.write(request, new Map([['data.inputs', 'gone']])))).toEqual(encoded('gone'));
  });

  it('is known at the gate, which is shown the fields alone and no file', async () => {
    const fields = [{ name: 'data', value: messageData('hello') }];
    const body = { kind: 'fields', encoding: 'urlencoded', fields } as const;
    const seen = {
      ...post(huggingchatUrl.message, { ...body, fields: [...fields] }),
      transport: 'webrequest' as const,
    };
    expect(await huggingchat.read(seen)).toMatchObject({
      shape: 'known',
      parts: [{ id: 'data.inputs', text: 'hello' }],
      unreadable: [{ reason: 'no_body' }],
    });
  });

  it('makes a thread without a system prompt unasked', async () => {
    expect(await huggingchat.read(json(huggingchatUrl.start, { model: 'omni', preprompt: '' }))).toBeNull();
  });

  it('cannot read dictated speech', async () => {
    const prompt = await huggingchat.read(post(huggingchatUrl.transcribe, new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0])));
    expect(prompt).toMatchObject({ channel: 'voice', parts: [], unreadable: [{ reason: 'binary' }] });
  });

  it.each([
    'https://huggingface.co/api/models/northwind/shop',
    'https://huggingface.co/chatty/model/upload/main',
    'https://huggingface.co/search/full-text?q=card',
  ])('leaves the rest of its host alone: %s', (url) => {
    expect(huggingchat.callKind(open(url))).toBe('outside');
    expect(huggingchat.callKind(post(url, '{}'))).toBe('outside');
  });

  it.each(['https://huggingface.co/chat/?q=hello', 'https://huggingface.co/chat/models/omni?prompt=hello'])(
    'reads a prompt in the address: %s',
    (url) => expect(huggingchat.callKind(open(url))).toBe('prompt'),
  );
});
