import { describe, expect, it } from 'vitest';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { you } from '../../../lib/sites/you.ts';
import { CHAT, youUrl } from '../../fixtures/sites/you/bodies.ts';
import type { Search } from '../../fixtures/sites/you/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { open, post } from './requests.ts';
import { fileForm, uploads } from './wire.ts';

const TEXT = 'My card is 4111 1111 1111 1111,\n"thanks" – Zoë & a=b+c%20 🙂';
const ask = (text: string, more: Partial<Search> = {}): CapturedRequest => ({
  transport: 'eventsource',
  url: youUrl.search(text, more),
  method: 'GET',
  headers: {},
  body: { kind: 'none' },
});

checkWires(uploads(you, { 'You.com file': (text) => post(youUrl.upload, fileForm(text)) }));

describe('You.com', () => {
  it('[I34] reads the prompt in the query, from the page and at the gate, and never rewrites it', async () => {
    for (const request of [ask(TEXT), { ...ask(TEXT), transport: 'webrequest' as const }]) {
      expect(you.callKind(request)).toBe('prompt');
      expect(await you.read(request)).toMatchObject({
        channel: 'typed',
        shape: 'known',
        conversation: CHAT,
        parts: [{ id: 'url.q', role: 'user', text: TEXT }],
        unreadable: [],
      });
      expect(await you.write(request, new Map([['url.q', 'gone']]))).toBeNull();
      expect(await you.write(request, new Map())).toEqual({ kind: 'none' });
    }
  });

  it('shows each turn of the thread as a part of its own, so that what was approved is known again', async () => {
    const earlier = [{ question: TEXT, answer: 'You wrote: "that"' }];
    expect((await you.read(ask('And now?', { earlier })))?.parts.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'And now?'],
      ['user', TEXT],
      ['assistant', 'You wrote: "that"'],
    ]);
  });

  it('names attached files', async () => {
    const files = [{ filename: '4b1d7f3a.txt', user_filename: 'Payroll Jane Doe.csv', size: 12 }];
    const prompt = await you.read(ask('Read this', { files }));
    expect(prompt?.parts).toContainEqual(expect.objectContaining({ kind: 'attachment', text: 'Payroll Jane Doe.csv' }));
    expect(prompt?.shape).toBe('known');
  });

  it('judges parameters it does not know, doubled ones, and ones that hold no JSON after all', async () => {
    const url = `${youUrl.search('hello')}&memo=Call+Jane+Doe&q=again%20Jane&userFiles=Jane%20here`;
    const texts = (await you.read({ ...ask('x'), url }))?.parts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['hello', 'Call Jane Doe', 'again Jane', 'Jane here']));
  });

  it('reads a search opened by address, and lets other calls be', () => {
    expect(you.callKind(open('https://you.com/search?q=hello&tbm=youchat'))).toBe('prompt');
    expect(you.callKind(open('https://you.com/plans'))).toBe('other');
    expect(you.callKind({ ...open('https://you.com/api/get_nonce'), transport: 'fetch' })).toBe('other');
  });
});
