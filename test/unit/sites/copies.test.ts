/** Copies of a replaced text in places that are not named: they leave with it. */
import { describe, expect, it } from 'vitest';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { readAny } from '../../../lib/sites/generic.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { open, post, textOf } from './requests.ts';

const ID = 'messages.0.content.parts.0';
const conversation = (text: string, extra: Record<string, unknown>) =>
  post(chatgptUrl.conversation, chatgptConversationBody(text, { extra }));

describe('copies', () => {
  it('inside JSON in a string are found through its escapes', async () => {
    const text = 'Dear "Zoë",\nyour PIN is 8842';
    const state = JSON.stringify({ drafts: [JSON.stringify({ text, at: 12345678901234567890n.toString() })] });
    const request = conversation(text, { client_state: state });
    const written = textOf(await chatgpt.write(request, new Map([[ID, 'Dear [PERSON_1], your PIN is [PIN_1]']])));
    expect(written).not.toContain('8842');
    const inner = JSON.parse(JSON.parse(JSON.parse(written).client_state).drafts[0]);
    expect(inner).toEqual({ text: 'Dear [PERSON_1], your PIN is [PIN_1]', at: '12345678901234567890' });
  });

  it('leave JSON that a person wrote as one text', async () => {
    const text = '{"card": "4111 1111 1111 1111"}';
    const prompt = await chatgpt.read(conversation(text, {}));
    expect(prompt?.parts).toEqual([expect.objectContaining({ id: ID, text })]);
  });

  it('are replaced as the longest text that fits, and replacements are not searched again', async () => {
    const text = 'the number of Zoë is 030 1234567';
    const longer = `${text} at work`;
    const extra = { partial_query: { content: { parts: [longer] } }, hint: `<b>${longer}</b> or ${text}!` };
    const changes = [
      [ID, 'SHORT the number of Zoë is hidden'],
      ['partial_query.content.parts.0', `LONG ${'x'.repeat(20)}`],
    ] as const;
    const written = JSON.parse(textOf(await chatgpt.write(conversation(text, extra), new Map(changes))));
    expect(written.hint).toBe(`<b>LONG ${'x'.repeat(20)}</b> or SHORT the number of Zoë is hidden!`);
  });

  it('of short texts are replaced only where they stand alone', async () => {
    const extra = { hint: 'Zoë', title: 'Zoë and others' };
    const written = JSON.parse(textOf(await chatgpt.write(conversation('Zoë', extra), new Map([[ID, '[P]']]))));
    expect(written).toMatchObject({ hint: '[P]', title: 'Zoë and others' });
  });

  it('in an address make the call refuse to be written', async () => {
    const text = 'call Zoë on 030 1234567';
    const request = { ...conversation(text, {}), url: `${chatgptUrl.conversation}?hint=${encodeURIComponent(text)}` };
    expect(await chatgpt.write(request, new Map([[ID, 'call [P]']]))).toBeNull();
  });
});

describe('numbers in the path of an address', () => {
  it.each(['4111111111111111', '078-05-1120', '4111-1111-1111-1111.png', 'zoe@example.org'])(
    '%s is read',
    async (word) => {
      const prompt = await readAny(chatgpt, open(`https://chatgpt.com/pixel/${word}`));
      expect(prompt?.parts.map(({ text }) => text)).toEqual([word]);
    },
  );

  it.each(['c/6f1c2d3e-1111-4222-8333-444455556666', 'cdn/assets/root-Bk3x9aZ.js', 'v1/rgstr'])(
    'the app’s own %s is not',
    async (path) => {
      expect(await readAny(chatgpt, open(`https://chatgpt.com/${path}`))).toBeNull();
    },
  );
});
