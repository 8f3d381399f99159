import { describe, expect, it } from 'vitest';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import {
  chatgptCodexBody,
  chatgptConversationBody,
  chatgptFileBody,
  chatgptPrepareBody,
  chatgptUrl,
} from '../../fixtures/sites/chatgpt/bodies.ts';
import { atGate, open, post, textOf } from './requests.ts';

describe('ChatGPT, calls', () => {
  it.each([
    ['POST', chatgptUrl.conversation, 'prompt'],
    ['POST', chatgptUrl.legacy, 'prompt'],
    ['POST', chatgptUrl.anonymous, 'prompt'],
    ['POST', 'https://chat.openai.com/backend-api/conversation', 'prompt'],
    ['POST', chatgptUrl.codex, 'prompt'],
    ['POST', chatgptUrl.prepare, 'draft'],
    ['POST', chatgptUrl.autocomplete, 'draft'],
    ['POST', chatgptUrl.files, 'upload'],
    ['POST', `${chatgptUrl.files}/file-1/uploaded`, 'upload'],
    ['POST', `${chatgptUrl.files}/process_upload_stream`, 'upload'],
    ['PUT', chatgptUrl.blob, 'upload'],
    ['POST', chatgptUrl.transcribe, 'upload'],
    ['POST', 'https://chatgpt.com/backend-api/realtime', 'prompt'],
    ['POST', 'https://webrtc.chatgpt.com/v1/session', 'prompt'],
    ['GET', chatgptUrl.blob, 'other'],
    ['GET', 'https://chatgpt.com/backend-api/conversation/1', 'other'],
    ['POST', 'https://chatgpt.com/backend-api/sentinel/chat-requirements', 'other'],
    ['POST', 'https://chatgpt.com/ces/v1/t', 'other'],
    ['POST', 'https://example.com/backend-api/conversation', 'other'],
    ['GET', 'wss://ws.chatgpt.com/p/1', 'other'],
  ])('%s %s is %s', (method, url, kind) => {
    expect(chatgpt.callKind({ method, url, transport: 'fetch' })).toBe(kind);
  });
});

describe('ChatGPT, prompts', () => {
  it('tells who wrote each message, and whose conversation it is', async () => {
    const body = chatgptConversationBody('new question', {
      conversation: 'c-1',
      earlier: [
        { role: 'user', text: 'first' },
        { role: 'assistant', text: 'answer' },
        { role: 'tool', text: 'result' },
        { role: 'system', text: 'rules' },
      ],
    });
    const prompt = await chatgpt.read(post(chatgptUrl.conversation, body));
    expect(prompt).toMatchObject({ host: 'chatgpt.com', channel: 'typed', shape: 'known', conversation: 'c-1' });
    expect(prompt?.parts.map(({ id, role, text }) => [id, role, text])).toEqual([
      ['messages.0.content.parts.0', 'user', 'first'],
      ['messages.1.content.parts.0', 'assistant', 'answer'],
      ['messages.2.content.parts.0', 'tool', 'result'],
      ['messages.3.content.parts.0', 'system', 'rules'],
      ['messages.4.content.parts.0', 'user', 'new question'],
    ]);
  });

  it('reads parts that are objects, and leaves the references of images alone', async () => {
    const parts = [
      { content_type: 'image_asset_pointer', asset_pointer: 'sediment://file_00000000abcd', size_bytes: 5, width: 1 },
      { content_type: 'audio_transcription', text: 'spoken words', direction: 'in' },
      'typed words',
    ];
    const message = { id: '1', author: { role: 'user' }, content: { content_type: 'multimodal_text', parts } };
    const prompt = await chatgpt.read(post(chatgptUrl.conversation, JSON.stringify({ messages: [message] })));
    expect(prompt?.parts.map(({ text }) => text)).toEqual(expect.arrayContaining(['spoken words', 'typed words']));
    expect(prompt?.parts.map(({ text }) => text).join()).not.toContain('sediment');
  });

  it('names attached files', async () => {
    const body = chatgptConversationBody('see file', {
      attachments: [{ name: 'Jane Doe.pdf', mimeType: 'application/pdf' }],
    });
    const prompt = await chatgpt.read(post(chatgptUrl.conversation, body));
    expect(prompt?.parts.find(({ kind }) => kind === 'attachment')).toMatchObject({
      text: 'Jane Doe.pdf',
      name: 'Jane Doe.pdf',
      mediaType: 'application/pdf',
    });
  });

  it('asks nothing of a call without text', async () => {
    const empty = JSON.stringify({ action: 'variant', messages: [], model: 'gpt-5-2', timezone: 'Europe/Berlin' });
    expect(await chatgpt.read(post(chatgptUrl.conversation, empty))).toBeNull();
    expect(await chatgpt.read(post(chatgptUrl.prepare, chatgptPrepareBody('  ')))).toBeNull();
    expect(await chatgpt.read(post(chatgptUrl.conversation, { kind: 'none' }))).toBeNull();
  });

  it('reads what stands in fields nobody knows', async () => {
    const extra = { draft_copy: 'jane@example.com', mode: 'fast' };
    const prompt = await chatgpt.read(post(chatgptUrl.conversation, chatgptConversationBody('hello', { extra })));
    expect(prompt?.shape).toBe('known');
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['hello', 'jane@example.com']);
  });

  it('calls the shape unknown when whole sentences stand where none were', async () => {
    const extra = { summary: 'The customer Jane Doe of Example Street wants her money back' };
    const prompt = await chatgpt.read(post(chatgptUrl.conversation, chatgptConversationBody('hello', { extra })));
    expect(prompt?.shape).toBe('unknown');
    expect(prompt?.parts.map(({ text }) => text)).toContain(extra.summary);
  });

  it('reads every string when the text has moved', async () => {
    const prompt = await chatgpt.read(
      post(chatgptUrl.conversation, JSON.stringify({ turn: [{ say: 'Secret' }, 'a b'] })),
    );
    expect(prompt).toMatchObject({ shape: 'unknown', parts: [{ text: 'Secret' }, { text: 'a b' }] });
  });

  it('tells messages, instructions and tool results of Codex apart', async () => {
    const prompt = await chatgpt.read(post(chatgptUrl.codex, chatgptCodexBody('fix the bug', 'cat: secret.txt')));
    const roleOf = (text: string) => prompt?.parts.find((part) => part.text.startsWith(text))?.role;
    expect([roleOf('fix the bug'), roleOf('cat:'), roleOf('You are')]).toEqual(['user', 'tool', 'system']);
    const plain = await chatgpt.read(post(chatgptUrl.codex, JSON.stringify({ model: 'gpt-5', input: 'just text' })));
    expect(plain?.parts.map(({ text }) => text)).toEqual(['just text']);
  });
});

describe('ChatGPT, files and voice', () => {
  it('reads the announced name, the text, and tells of bytes it cannot read', async () => {
    const announced = await chatgpt.read(post(chatgptUrl.files, chatgptFileBody('Jane Doe.docx')));
    expect(announced?.parts).toMatchObject([{ text: 'Jane Doe.docx', kind: 'attachment' }]);
    const put = (bytes: Uint8Array) => ({ ...post(chatgptUrl.blob, bytes), method: 'PUT' });
    const text = await chatgpt.read(put(new TextEncoder().encode('{"name":"Jane"}')));
    expect(text).toMatchObject({
      channel: 'file',
      shape: 'known',
      parts: [{ kind: 'attachment', text: '{"name":"Jane"}' }],
    });
    const image = await chatgpt.read(put(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])));
    expect(image).toMatchObject({ channel: 'file', parts: [], unreadable: [{ reason: 'binary' }] });
  });

  it.each([
    ['binary', 'no_body'],
    ['stream', 'stream'],
    ['Unknown error.', 'no_body'],
  ])('tells why a body cannot be seen: %s', async (reason) => {
    const prompt = await chatgpt.read(post(chatgptUrl.blob, { kind: 'unreadable', reason }));
    expect(prompt?.unreadable).toEqual([{ id: 'body', reason: reason === 'Unknown error.' ? 'no_body' : reason }]);
    expect(await chatgpt.write(post(chatgptUrl.blob, { kind: 'unreadable', reason }), new Map())).toBeNull();
  });

  it('does not read recordings, and says so', async () => {
    const file = { name: 'whisper.webm', type: 'audio/webm', bytes: new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0]) };
    const body = { kind: 'fields', encoding: 'multipart', fields: [{ name: 'file', file }] } as const;
    const prompt = await chatgpt.read(post(chatgptUrl.transcribe, { ...body, fields: [...body.fields] }));
    expect(prompt).toMatchObject({ channel: 'voice', parts: [], unreadable: [{ id: 'file', reason: 'binary' }] });
  });

  it('says that live voice is a stream nobody reads', async () => {
    const offer = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n';
    const prompt = await chatgpt.read(post('https://chatgpt.com/backend-api/realtime', offer));
    expect(prompt).toMatchObject({ channel: 'voice', parts: [], unreadable: [{ reason: 'stream' }] });
  });
});

describe('ChatGPT, addresses', () => {
  it('reads prompts in the address, which cannot be rewritten', async () => {
    const request = open('https://chatgpt.com/?hints=search&q=Call+Jane+Doe%2C+please');
    expect(chatgpt.callKind(request)).toBe('prompt');
    const prompt = await chatgpt.read(request);
    expect(prompt).toMatchObject({
      channel: 'url',
      shape: 'known',
      parts: [{ id: 'url.q', text: 'Call Jane Doe, please' }],
    });
    expect(await chatgpt.write(request, new Map([['url.q', 'x']]))).toBeNull();
    expect(await chatgpt.write(request, new Map())).toEqual({ kind: 'none' });
  });

  it.each(['https://chatgpt.com/?model=gpt-5', 'https://chatgpt.com/c/1', 'https://chatgpt.com/?q='])(
    'does not take %s for a prompt',
    (url) => expect(chatgpt.callKind(open(url))).toBe('other'),
  );
});

describe('ChatGPT, writing', () => {
  it('replaces copies of the text wherever they stand', async () => {
    const text = 'My number is 123-45-6789';
    const extra = { draft: text, preview: `Draft: ${text.slice(0, 40)}…`, conversation_mode: { kind: text } };
    const request = atGate(
      post(chatgptUrl.conversation, chatgptConversationBody(text, { extra, earlier: [{ text }] })),
    );
    const body = await chatgpt.write(
      request,
      new Map([['messages.1.content.parts.0', 'My number is [US_SSN_1·k7q2]']]),
    );
    const written = new TextDecoder().decode((body as { bytes: Uint8Array }).bytes);
    expect(written).not.toContain('123-45-6789');
    expect(written.split('[US_SSN_1·k7q2]')).toHaveLength(6);
  });

  it('does not take the word for a role for a copy of a prompt of one word', async () => {
    const request = post(chatgptUrl.conversation, chatgptConversationBody('user'));
    const body = await chatgpt.write(request, new Map([['messages.0.content.parts.0', '[X]']]));
    expect(JSON.parse(textOf(body)).messages[0]).toMatchObject({
      author: { role: 'user' },
      content: { parts: ['[X]'] },
    });
  });

  it('keeps numbers no double can hold', async () => {
    const source = chatgptConversationBody('secret text').replace('{"action"', '{"id":12345678901234567890,"action"');
    const body = await chatgpt.write(
      post(chatgptUrl.conversation, source),
      new Map([['messages.0.content.parts.0', 'x']]),
    );
    expect(textOf(body)).toBe(source.replace('"secret text"', '"x"'));
  });
});
