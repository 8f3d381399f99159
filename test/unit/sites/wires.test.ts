/** What must hold on every wire: the text is found, and after redaction the same wire carries the replacement alone. */
import { describe, expect, it } from 'vitest';
import { atGate, bytesOf, gunzipped } from './requests.ts';
import { WIRES } from './wires.ts';

const TEXT = 'My card is 4111 1111 1111 1111,\n"thanks" – Zoë \\ 你好 & a=b+c%20 🙂';
const SAFE = 'My card is [CREDIT_CARD_1·k7q2],\n"thanks" – Zoë \\ 你好 & a=b+c%20 🙂';

describe.each(WIRES)('$name', ({ site, kind, channel, make }) => {
  it('is told by its address', () => {
    expect(site.callKind(make(TEXT))).toBe(kind);
  });

  it('shows the text exactly, once', async () => {
    const prompt = await site.read(make(TEXT));
    expect(prompt).toMatchObject({ app: site.id, channel, shape: 'known', unreadable: [] });
    expect(prompt?.parts.filter(({ text }) => text.includes('4111'))).toEqual([
      expect.objectContaining({ text: TEXT }),
    ]);
    expect(new Set(prompt?.parts.map(({ id }) => id)).size).toBe(prompt?.parts.length);
  });

  it('shows the gate the same parts without headers', async () => {
    const [page, gate] = await Promise.all([site.read(make(TEXT)), site.read(atGate(make(TEXT)))]);
    expect(gate?.parts.map(({ id, text }) => ({ id, text }))).toEqual(
      page?.parts.map(({ id, text }) => ({ id, text })),
    );
    expect(gate).toMatchObject({ channel, shape: 'known', unreadable: [] });
  });

  it('carries the replacement after writing, and nothing else has changed', async () => {
    const request = make(TEXT);
    const before = await site.read(request);
    const part = before!.parts.find(({ text }) => text === TEXT)!;
    const body = await site.write(request, new Map([[part.id, SAFE]]));
    expect(body?.kind).toBe(request.body.kind);
    const after = await site.read({ ...request, body: body! });
    const expected = before!.parts.map((one) => {
      if (one.id !== part.id) return one;
      // The part of a file's name is named by itself.
      return { ...one, text: SAFE, ...(one.name === TEXT ? { name: SAFE } : {}) };
    });
    expect(after?.parts).toEqual(expected);
    expect(after).toMatchObject({ shape: 'known', channel, conversation: before!.conversation, unreadable: [] });
  });

  it('is sent as it was when nothing is replaced', async () => {
    const request = make(TEXT);
    const prompt = await site.read(request);
    const same = new Map(prompt!.parts.map(({ id, text }) => [id, text]));
    expect(await site.write(request, same)).toEqual(request.body);
    expect(await site.write(request, new Map())).toEqual(request.body);
  });

  it('refuses a replacement of a part it does not hold', async () => {
    expect(await site.write(make(TEXT), new Map([['nowhere', SAFE]]))).toBeNull();
  });

  it('is read as a body of unknown shape in full where its format changes', async () => {
    const { headers: _, ...request } = make(TEXT);
    const body = { kind: 'text', text: `<note>${TEXT}</note>` } as const;
    const prompt = await site.read({ ...request, headers: {}, body });
    expect(prompt?.parts.map(({ text }) => text).join()).toContain('4111 1111 1111 1111');
  });
});

describe('packed bodies', () => {
  it.each(WIRES.filter(({ name }) => name.endsWith('gzip')))('$name: is packed again', async ({ site, make }) => {
    const request = make(TEXT);
    const part = (await site.read(request))!.parts.find(({ text }) => text === TEXT)!;
    const body = await site.write(request, new Map([[part.id, SAFE]]));
    const plain = new TextDecoder().decode(gunzipped(bytesOf(body)));
    expect(plain).toContain('[CREDIT_CARD_1·k7q2]');
    expect(plain).not.toContain('4111');
  });
});
