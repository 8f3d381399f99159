import { describe, expect, it } from 'vitest';
import { Hold } from '../../../lib/pipeline/hold.ts';
import { duckAi } from '../../../lib/sites/duck-ai.ts';
import { bareClassifier } from '../../fakes/bare-classifier.ts';
import { guardPorts } from '../../fakes/guard-ports.ts';
import { CONVERSATION, duckAiBody, duckAiUrl } from '../../fixtures/sites/duck-ai/bodies.ts';
import { botCheck, chatBody, type Message } from '../../fixtures/sites/duck-ai/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { open, post } from './requests.ts';
import { JSON_TYPE, prompts } from './wire.ts';

const send = (text: string, earlier?: Message[]) =>
  post(duckAiUrl.chat, duckAiBody(text, earlier), { ...JSON_TYPE, ...botCheck() });

checkWires(
  prompts(duckAi, {
    'Duck.ai': (text) => send(text),
    'Duck.ai, content in pieces': (text) => {
      const body = chatBody(CONVERSATION, []);
      const content = [{ type: 'text', text }];
      return post(duckAiUrl.older, JSON.stringify({ ...body, messages: [{ role: 'user', content }] }), JSON_TYPE);
    },
  }),
);

describe('Duck.ai', () => {
  it('takes its public key and the bot check for what they are, and finds nothing in them', async () => {
    const prompt = (await duckAi.read(send('Write a haiku about tea')))!;
    expect(prompt).toMatchObject({ shape: 'known', conversation: CONVERSATION, unreadable: [] });
    expect(prompt.parts.map(({ text }) => text)).toEqual(['Write a haiku about tea']);
    expect(bareClassifier.classifyPrompt(prompt).findings).toEqual([]);
  });

  it('asks once about a value that goes with every later prompt', async () => {
    const mail = 'Write to jane.doe@example.org about it';
    const { ports, seen, session } = await guardPorts({ choice: 'proceed' });
    session.policy = structuredClone(session.policy);
    for (const rule of session.policy.rules) rule.then.action = 'warn';
    const hold = new Hold(ports);
    expect(await hold.onRequest(duckAi, send(mail))).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(1);
    const earlier: Message[] = [
      { role: 'user', content: mail },
      { role: 'assistant', content: 'Done.' },
    ];
    expect(await hold.onRequest(duckAi, send('And now?', earlier))).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(1);
    // The control: the same value in other words is asked about.
    expect((await hold.onRequest(duckAi, send('Tell jane.doe@example.org more', earlier))).verdict).toBe('pass');
    expect(seen.asked).toBe(2);
  });

  it.each([
    'https://duckduckgo.com/?q=my+card+4111+1111+1111+1111&ia=web',
    'https://duckduckgo.com/?q=ia%3Dchat',
    'https://links.duckduckgo.com/d.js?q=x',
    'https://duckduckgo.com/duckchats',
  ])('leaves searches alone: %s', (url) => expect(duckAi.callKind(open(url))).toBe('outside'));

  it.each([
    'https://duck.ai/?q=hello',
    'https://duckduckgo.com/?q=hello&ia=chat',
    'https://duckduckgo.com/?ia=chat&q=hi',
  ])('reads a prompt in the address: %s', (url) => expect(duckAi.callKind(open(url))).toBe('prompt'));

  it('takes its status for a call of the app', () => {
    expect(duckAi.callKind({ method: 'GET', url: duckAiUrl.status, transport: 'fetch' })).toBe('other');
  });
});
