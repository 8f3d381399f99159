/** What must hold on every wire: the text is found, and after redaction the same wire carries the replacement alone. */
import { describe, expect, it } from 'vitest';
import type { CapturedRequest, RequestBody } from '../../../lib/prompt/request.ts';
import { atGate, textOf } from './requests.ts';
import type { Wire } from './wire.ts';

export const TEXT = 'My card is 4111 1111 1111 1111,\n"thanks" – Zoë \\ 你好 & a=b+c%20 🙂';
export const SAFE = 'My card is [CREDIT_CARD_1·k7q2],\n"thanks" – Zoë \\ 你好 & a=b+c%20 🙂';

/** Registers the tests of every wire. */
export function checkWires(wires: readonly Wire[]): void {
  describe.each(wires)('$name', ({ site, kind, channel, copies = 1, make }) => {
    it('is told by its address', () => {
      expect(site.callKind(make(TEXT))).toBe(kind);
    });

    it('shows the text exactly, every copy once', async () => {
      const prompt = await site.read(make(TEXT));
      expect(prompt).toMatchObject({ app: site.id, channel, shape: 'known', unreadable: [] });
      const found = prompt!.parts.filter(({ text }) => text.includes('4111'));
      expect(found.map(({ text }) => text)).toEqual(Array(copies).fill(TEXT));
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
        if (one.text !== TEXT) return one;
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

  describe.each(wires.filter(({ make }) => isJson(make(TEXT).body)))('$name', ({ site, make }) => {
    it('hides nothing by order, repetition or depth', async () => {
      const request = make(TEXT);
      const source = textOf(request.body);
      const twisted = {
        reordered: JSON.stringify(reversed(JSON.parse(source))),
        repeated: `${source.slice(0, -1)},${source.slice(1)}`,
        deeper: `{"payload":${source}}`,
        'a string': JSON.stringify({ payload: source }),
      };
      for (const [how, text] of Object.entries(twisted)) {
        const hostile: CapturedRequest = { ...request, body: { kind: 'text', text } };
        const guilty = (await site.read(hostile))!.parts.filter((part) => part.text.includes('4111'));
        expect(guilty.length, how).toBeGreaterThan(0);
        const body = await site.write(hostile, new Map([[guilty[0]!.id, 'gone']]));
        expect(textOf(body), how).not.toContain('4111');
      }
    });
  });
}

function isJson(body: RequestBody): boolean {
  return body.kind === 'text' && body.text.startsWith('{') && body.text.endsWith('}');
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, reversed(one)] as const)
      .reverse(),
  );
}
