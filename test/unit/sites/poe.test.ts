import { describe, expect, it } from 'vitest';
import { poe } from '../../../lib/sites/poe.ts';
import { poeForm, poeUrl } from '../../fixtures/sites/poe/bodies.ts';
import { operation, sendMessage } from '../../fixtures/sites/poe/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { post } from './requests.ts';
import { JSON_TYPE, prompts } from './wire.ts';

const send = (value: unknown) => post(poeUrl.operation, JSON.stringify(value), JSON_TYPE);

checkWires(
  prompts(poe, {
    Poe: (text) => send(sendMessage(text, null)),
    'Poe, prompt with a file': (text) => post(poeUrl.upload, poeForm(text, [{ name: 'a.txt', content: 'tea' }])),
    'Poe, file with a prompt': (text) => post(poeUrl.upload, poeForm('Read this', [{ name: 'a.txt', content: text }])),
    'Poe, older form': (text) =>
      post(poeUrl.upload, {
        kind: 'fields',
        encoding: 'multipart',
        fields: [{ name: 'queryInfo', value: JSON.stringify(sendMessage(text, 71)) }],
      }),
    'Poe, a bot of one’s own': (text) => send(operation('createBotMutation', { handle: 'helper', prompt: text })),
    'Poe, name of a chat': (text) => send(operation('setChatTitle', { chatId: 71, title: text })),
  }),
);

describe('Poe', () => {
  it('carries no text in operations that only name things', async () => {
    for (const variables of [
      { first: 20, after: 'Q2hhdExpc3Q6NzE4MjkzMDQ1Njc4OTA=', cursor: null },
      { id: 'Q2hhdDo3MTgyOTMwNDU2Nzg5MA==', handle: 'GPT-5-Chat', shouldFetchChat: true },
      { subscriptions: [{ subscriptionName: 'messageAdded', queryHash: '6d5ff500e4390c7a4ee7eeed01cfa317' }] },
    ]) {
      expect(await poe.read(send(operation('ChatPageQuery', variables)))).toBeNull();
    }
  });

  it('reads a file of JSON as what it is, with its name', async () => {
    const request = post(
      poeUrl.upload,
      poeForm('Read this', [{ name: 'Payroll Q3.json', content: '{"name":"Jane"}' }]),
    );
    const prompt = await poe.read(request);
    expect(prompt?.shape).toBe('known');
    expect(prompt?.parts.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Read this'],
      ['attachment', 'Payroll Q3.json'],
      ['attachment', '{"name":"Jane"}'],
    ]);
  });

  it('judges a variable it does not know', async () => {
    const { variables, ...rest } = sendMessage('hello', 71);
    const prompt = await poe.read(send({ ...rest, variables: { ...variables, memo: 'Call Jane Doe at home' } }));
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['hello', 'Call Jane Doe at home']);
  });

  it('takes settings and telemetry for calls of the app', () => {
    for (const url of ['https://poe.com/api/settings?channel=x', 'https://poe.com/api/receive_POST']) {
      expect(poe.callKind({ method: 'POST', url, transport: 'fetch' })).toBe('other');
    }
  });
});
