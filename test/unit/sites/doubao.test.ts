import { describe, expect, it } from 'vitest';
import { doubao } from '../../../lib/sites/doubao.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { CONVERSATION, doubaoUrl } from '../../fixtures/sites/doubao/bodies.ts';
import { blockBody, completionBody } from '../../fixtures/sites/doubao/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { post, textOf } from './requests.ts';
import { JSON_TYPE, prompts, uploads } from './wire.ts';

const send = (url: string, body: unknown) => post(url, JSON.stringify(body), JSON_TYPE);
const completion = (text: string) => send(doubaoUrl.completion, completionBody(CONVERSATION, text));

checkWires([
  ...prompts(doubao, {
    Doubao: completion,
    'Doubao, content as it is': (text) => {
      const { messages, ...rest } = completionBody(CONVERSATION, '');
      return send(doubaoUrl.blocks, { ...rest, messages: [{ ...messages[0], role: 'user', content: text }] });
    },
    'Doubao, blocks': (text) => send(doubaoUrl.blocks, blockBody(CONVERSATION, text)),
    'Doubao, blocks of JSON in strings': (text) => send(doubaoUrl.blocks, blockBody(CONVERSATION, text, true)),
    'Doubao, name of a thread': (text) => send(doubaoUrl.rename, { conversation_id: CONVERSATION, name: text }),
  }),
  ...uploads(doubao, { 'Doubao file': (text) => post(doubaoUrl.store, new TextEncoder().encode(text)) }),
]);

describe('Doubao', () => {
  it('[I39] shows the text inside JSON in a string, and writes it back there', async () => {
    const request = completion('call "Jane"');
    expect(await doubao.read(request)).toMatchObject({
      shape: 'known',
      conversation: CONVERSATION,
      parts: [{ id: 'messages.0.content.text', role: 'user', text: 'call "Jane"' }],
      unreadable: [],
    });
    const body = await doubao.write(request, new Map([['messages.0.content.text', 'call "[PERSON_1·k7q2]"']]));
    expect(JSON.parse(textOf(body))).toEqual(completionBody(CONVERSATION, 'call "[PERSON_1·k7q2]"'));
  });

  it('names attached files', async () => {
    const files = [{ name: 'Payroll Q3.csv', key: 'tos-cn-i-a9rns2rl98/4b1d7f3a9c.csv' }];
    const prompt = await doubao.read(send(doubaoUrl.completion, completionBody(CONVERSATION, 'Read this', files)));
    expect(prompt?.shape).toBe('known');
    expect(prompt?.parts.map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ['attachment', 'Payroll Q3.csv'],
      ['text', 'Read this'],
    ]);
  });

  it('judges a field it does not know, also inside the string', async () => {
    const { messages, ...rest } = completionBody(CONVERSATION, '');
    const content = JSON.stringify({ text: 'hello', memo: 'Call Jane Doe at home' });
    const body = { ...rest, messages: [{ ...messages[0], content }], note: 'And her brother' };
    expect((await doubao.read(send(doubaoUrl.completion, body)))?.parts.map(({ text }) => text)).toEqual([
      'hello',
      'Call Jane Doe at home',
      'And her brother',
    ]);
  });

  it('knows the object store when its own page uploads, and governs it for nobody else', () => {
    expect(siteForUrl(doubaoUrl.store)).toBeNull();
    for (const url of ['https://www.doubao.com/alice/user/launch', 'https://www.doubao.com/im/conversation/info']) {
      expect(doubao.callKind({ method: 'POST', url, transport: 'fetch' })).toBe('other');
    }
  });
});
