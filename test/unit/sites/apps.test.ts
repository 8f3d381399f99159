/** What each app's calls say besides the text: roles, names of files, conversations, and which calls are no prompts. */

import { BinaryReader } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../lib/prompt/request.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { gemini } from '../../../lib/sites/gemini.ts';
import { practice } from '../../../lib/sites/practice.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import {
  chatgptCodexBody,
  chatgptConversationBody,
  chatgptFileBody,
  chatgptPrepareBody,
  chatgptUrl,
} from '../../fixtures/sites/chatgpt/bodies.ts';
import {
  claudeCompletionBody,
  claudeConversation,
  claudePerformActionBytes,
  claudeUrl,
  claudeWarmTurnBytes,
} from '../../fixtures/sites/claude/bodies.ts';
import { geminiBatchForm, geminiStreamGenerateForm, geminiUrl } from '../../fixtures/sites/gemini/bodies.ts';
import { practiceChatBody, practiceUrl } from '../../fixtures/sites/practice/bodies.ts';
import { formAtGate, open, post } from './requests.ts';

describe('ChatGPT', () => {
  it('tells who speaks in each turn, and names attached files', async () => {
    const body = chatgptConversationBody('And now?', {
      earlier: [
        { role: 'user', text: 'Hello there.' },
        { role: 'assistant', text: 'Hello, how can I help?' },
        { role: 'tool', text: 'Result of a search.' },
      ],
      attachments: [{ name: 'Payroll Q3.csv', mimeType: 'text/csv' }],
    });
    const prompt = await chatgpt.read(post(chatgptUrl.conversation, body));
    expect(prompt?.parts.map(({ role, kind, text, name, mediaType }) => [role, kind, text, name, mediaType])).toEqual([
      ['user', 'text', 'Hello there.', undefined, undefined],
      ['assistant', 'text', 'Hello, how can I help?', undefined, undefined],
      ['tool', 'text', 'Result of a search.', undefined, undefined],
      ['user', 'text', 'And now?', undefined, undefined],
      ['user', 'attachment', 'Payroll Q3.csv', 'Payroll Q3.csv', 'text/csv'],
    ]);
    expect(prompt?.conversation).toBe('6f1c2d3e-1111-4222-8333-444455556666');
  });

  it('redacts the draft, the message and every other copy in one body', async () => {
    const text = 'Write to zoe.miller@example.org about it';
    const extra = { partial_query: { content: { parts: [text] } }, title_hint: `Draft: ${text}`, [`${text}?`]: 1 };
    const request = post(chatgptUrl.conversation, chatgptConversationBody(text, { extra }));
    const id = 'messages.0.content.parts.0';
    const body = await chatgpt.write(request, new Map([[id, 'Write to [EMAIL] about it']]));
    expect(body?.kind === 'text' && body.text.includes('zoe.miller')).toBe(false);
    expect(body?.kind === 'text' && body.text.split('[EMAIL]').length - 1).toBe(4);
  });

  it('reads a draft that is sent on page load without a conversation', async () => {
    const body = chatgptPrepareBody('a restored draft');
    expect(await chatgpt.read(post(chatgptUrl.prepare, body))).toMatchObject({
      channel: 'draft',
      parts: [{ text: 'a restored draft', role: 'user' }],
    });
  });

  it('carries no text in an empty warm-up', async () => {
    const body = JSON.stringify({ action: 'next', model: 'auto', timezone: 'Europe/Berlin', supports_buffering: true });
    expect(await chatgpt.read(post(chatgptUrl.prepare, body))).toBeNull();
  });

  it('tells instructions and tool results of Codex from the words of the person', async () => {
    const prompt = await chatgpt.read(post(chatgptUrl.codex, chatgptCodexBody('Fix the test', 'exit code 1 of 3')));
    const roles = prompt?.parts.map(({ role, text }) => [role, text]);
    expect(roles).toContainEqual(['user', 'Fix the test']);
    expect(roles).toContainEqual(['tool', 'exit code 1 of 3']);
    expect(roles?.filter(([role]) => role === 'system').length).toBeGreaterThan(1);
  });

  it('names an announced file', async () => {
    const prompt = await chatgpt.read(post(chatgptUrl.files, chatgptFileBody('Salaries 2026.xlsx')));
    expect(prompt?.parts).toEqual([
      { id: 'file_name', role: 'user', kind: 'attachment', text: 'Salaries 2026.xlsx', name: 'Salaries 2026.xlsx' },
    ]);
  });

  it('cannot read file bytes that are no text, nor recorded speech, nor live voice', async () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255);
    const picture = await chatgpt.read({ ...post(chatgptUrl.blob, bytes), method: 'PUT' });
    expect(picture).toMatchObject({ parts: [], unreadable: [{ reason: 'binary' }] });
    const file = { name: 'speech.webm', type: 'audio/webm', bytes };
    const form = { kind: 'fields', encoding: 'multipart', fields: [{ name: 'file', file }] } as const;
    const speech = await chatgpt.read(post(chatgptUrl.transcribe, { ...form, fields: [...form.fields] }));
    expect(speech).toMatchObject({ channel: 'voice', parts: [], unreadable: [{ reason: 'binary' }] });
    const voice = await chatgpt.read(post('https://webrtc.chatgpt.com/', 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n'));
    expect(voice).toMatchObject({ channel: 'voice', unreadable: [{ reason: 'stream' }] });
  });
});

describe('Claude', () => {
  it('names attachments and the conversation on both wires', async () => {
    const attachments = [{ name: 'Plan B.txt', type: 'txt', content: 'The secret plan.' }];
    const json = await claude.read(post(claudeUrl.completion, claudeCompletionBody('Read this', { attachments })));
    const bytes = claudePerformActionBytes('Read this', { attachments, hiddenContext: ['Words nobody sees'] });
    const proto = await claude.read(post(claudeUrl.performAction, bytes));
    for (const prompt of [json, proto]) {
      expect(prompt?.conversation).toBe(claudeConversation);
      expect(prompt?.parts).toContainEqual(
        expect.objectContaining({
          kind: 'attachment',
          text: 'The secret plan.',
          name: 'Plan B.txt',
          mediaType: 'txt',
          role: 'user',
        }),
      );
    }
    expect(proto?.parts.map(({ text }) => text)).toContain('Words nobody sees');
  });

  it('keeps fields it does not know, byte for byte', async () => {
    const secret = Uint8Array.from({ length: 80 }, (_, index) => 200 + (index % 50));
    const unknownFields = [{ field: 99, bytes: secret }];
    const request = post(claudeUrl.performAction, claudeWarmTurnBytes('call Zoe', { unknownFields }));
    const prompt = await claude.read(request);
    expect(prompt).toMatchObject({ channel: 'draft', unreadable: [{ reason: 'binary' }] });
    const body = await claude.write(request, new Map([['15.1.3', 'call [PERSON_1·k7q2]']]));
    const warm = body?.kind === 'bytes' ? lastField(lastField(body.bytes)) : null;
    expect(warm && lastField(warm)).toEqual(secret);
  });

  it('reads strings in fields nobody knows', async () => {
    const bytes = new TextEncoder().encode('a new field with words in it');
    const unknownFields = [{ field: 77, bytes }];
    const prompt = await claude.read(post(claudeUrl.performAction, claudePerformActionBytes('hi', { unknownFields })));
    expect(prompt?.parts).toContainEqual(expect.objectContaining({ id: '2.77', text: 'a new field with words in it' }));
  });
});

describe('Gemini', () => {
  it('reads the prompt through form, JSON and JSON in JSON, as text and as fields', async () => {
    const files = [{ id: '/contrib_service/ttl_1d/1790', name: 'Payroll Q3.csv' }];
    const request = post(geminiUrl.stream, geminiStreamGenerateForm('Zoë\'s "plan"', { files }));
    for (const seen of [request, formAtGate(request)]) {
      expect(await gemini.read(seen)).toMatchObject({
        shape: 'known',
        conversation: 'c_1a2b3c4d5e6f',
        parts: [
          { id: 'f.req.1.0.0', text: 'Zoë\'s "plan"', kind: 'text' },
          { id: 'f.req.1.0.3.0.1', text: 'Payroll Q3.csv', kind: 'attachment', name: 'Payroll Q3.csv' },
        ],
        unreadable: [],
      });
    }
  });

  it('writes into the inner JSON and keeps the rest of the form', async () => {
    const before = geminiStreamGenerateForm('card 4111 1111 1111 1111');
    const body = await gemini.write(post(geminiUrl.stream, before), new Map([['f.req.1.0.0', 'card [C]']]));
    expect(body).toEqual({ kind: 'text', text: geminiStreamGenerateForm('card [C]') });
  });

  it('takes other remote calls for calls of the app', () => {
    expect(gemini.callKind(post(geminiUrl.batch, geminiBatchForm('MaZiqc', ['x'])))).toBe('other');
  });
});

describe('practice', () => {
  it('tells earlier turns and the conversation', async () => {
    const earlier = [{ role: 'assistant', content: 'Welcome!' } as const];
    expect(await practice.read(post(practiceUrl.chat, practiceChatBody('Hi all', earlier)))).toMatchObject({
      conversation: 'p-1',
      parts: [
        { role: 'assistant', text: 'Welcome!' },
        { role: 'user', text: 'Hi all' },
      ],
    });
  });
});

describe('a prompt in an address', () => {
  it.each([
    'https://chatgpt.com/?q=my+card+is+4111%201111',
    'https://chatgpt.com/?hints=search&prompt=my%20card%20is%204111+1111',
    'https://claude.ai/new?q=my%20card%20is%204111%201111',
    'https://gemini.google.com/app?q=my%20card%20is%204111%201111',
    'http://practice.localhost:4173/?q=my%20card%20is%204111%201111',
    'https://chatgpt.com/?q=&q=my+card+is+4111+1111',
  ])('is read, and never rewritten: %s', async (url) => {
    const site = siteForUrl(url)!;
    expect(site.callKind(open(url))).toBe('prompt');
    const prompt = await site.read(open(url));
    expect(prompt).toMatchObject({ channel: 'url', shape: 'known', unreadable: [] });
    const part = prompt!.parts.find(({ text }) => text === 'my card is 4111 1111')!;
    expect(await site.write(open(url), new Map([[part.id, 'gone']]))).toBeNull();
  });

  it('is none where the parameter is empty, or the page asks rather than goes', () => {
    expect(chatgpt.callKind(open('https://chatgpt.com/?q='))).toBe('other');
    expect(chatgpt.callKind({ ...open('https://chatgpt.com/?q=hi'), transport: 'fetch' })).toBe('other');
  });
});

describe('everything else is no prompt', () => {
  const calls: [method: string, url: string, transport?: Transport][] = [
    ['GET', 'https://chatgpt.com/api/auth/session'],
    ['POST', 'https://chatgpt.com/backend-api/sentinel/chat-requirements'],
    ['POST', 'https://chatgpt.com/ces/v1/t'],
    ['POST', 'https://ab.chatgpt.com/v1/initialize', 'beacon'],
    ['GET', 'https://chatgpt.com/backend-api/conversations?offset=0&limit=28'],
    ['GET', 'https://chatgpt.com/backend-api/conversation/6f1c2d3e-1111-4222-8333-444455556666'],
    ['GET', 'https://chatgpt.com/backend-api/f/conversation'],
    ['GET', 'wss://ws.chatgpt.com/p6/ws/user/1', 'websocket'],
    ['POST', 'https://chatgpt.com/backend-api/f/conversation/x/stop'],
    ['GET', 'https://claude.ai/api/organizations'],
    ['POST', 'https://claude.ai/api/auth/login_methods'],
    ['POST', claudeUrl.streamTimeline],
    ['POST', 'https://claude.ai/v1/b'],
    ['GET', claudeUrl.completion],
    ['POST', geminiUrl.batch],
    ['GET', 'https://gemini.google.com/app'],
    ['POST', 'http://practice.localhost:4173/api/telemetry'],
    // Paths of one app on the host of another.
    ['POST', 'https://claude.ai/backend-api/f/conversation'],
    ['POST', 'https://chatgpt.com/not/backend-api/f/conversation'],
  ];
  it.each(calls)('%s %s', (method, url, transport = 'fetch') => {
    expect(siteForUrl(url)?.callKind({ method, url, transport })).toBe('other');
  });
});

/** Payload of the last field of a message. */
function lastField(bytes: Uint8Array): Uint8Array {
  const reader = new BinaryReader(bytes);
  let payload: Uint8Array = new Uint8Array();
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    if (type === 2) payload = reader.bytes();
    else reader.skip(type, number);
  }
  return payload;
}
