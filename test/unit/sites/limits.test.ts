/** Bodies built to cost much or to confuse: what is opened stays bounded, and every id names one string. */
import { describe, expect, it } from 'vitest';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { writeFrames } from '../../../lib/sites/codecs/connect.ts';
import { uniqueIds } from '../../../lib/sites/codecs/leaf.ts';
import { chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudePerformActionBytes, claudeUrl } from '../../fixtures/sites/claude/bodies.ts';
import { gzipped, post, textOf } from './requests.ts';

const CONNECT = { 'content-type': 'application/connect+proto' };

describe('frames', () => {
  it('share one limit on what they unpack to', async () => {
    const bomb = { flags: 1, payload: gzipped(new Uint8Array(12 * 1024 * 1024)) };
    const frames = [bomb, bomb, bomb, { flags: 0, payload: claudePerformActionBytes('hello Zoë') }];
    const prompt = await claude.read(post(claudeUrl.performAction, writeFrames(frames), CONNECT));
    expect(prompt?.unreadable.map(({ reason }) => reason)).toContain('oversized');
    expect(prompt?.parts.map(({ text }) => text)).toContain('hello Zoë');
  });

  it('in frames are not opened, and not taken for read', async () => {
    const frame = (payload: Uint8Array) => writeFrames([{ flags: 0, payload }]);
    const bytes = frame(frame(claudePerformActionBytes('hello Zoë')));
    const prompt = await claude.read(post(claudeUrl.performAction, bytes, CONNECT));
    expect(prompt?.unreadable).toEqual([expect.objectContaining({ reason: 'damaged' })]);
  });
});

describe('ids', () => {
  it('stay unique where keys are spelled like ids', () => {
    const places = ['a', 'a#2', 'a', 'a', 'a#2', 'a#2#2'].map((key) => ({ path: [key] }));
    expect(new Set(uniqueIds(places)).size).toBe(places.length);
    expect(uniqueIds([{ path: ['x'] }, { path: ['x'] }, { path: ['x#2'] }])).toEqual(['x', 'x#2', 'x#2#2']);
  });

  it('let every one of such strings be replaced', async () => {
    const body = '{"prompt":"first secret","prompt":"other secret","prompt#2":"third secret"}';
    const request = post(chatgptUrl.conversation, body);
    const prompt = await chatgpt.read(request);
    expect(prompt?.parts).toHaveLength(4);
    const written = await chatgpt.write(request, new Map(prompt?.parts.map(({ id }) => [id, `[${id}]`])));
    expect(textOf(written)).toBe('{"prompt":"[prompt]","prompt":"[prompt#2]","[prompt#2~key]":"[prompt#2#2]"}');
  });
});

describe('strings', () => {
  it('of a body are refused when there are more than any app sends', async () => {
    const body = JSON.stringify(Array.from({ length: 300_000 }, () => 'a b'));
    expect((await chatgpt.read(post(chatgptUrl.conversation, body)))?.unreadable).toEqual([
      { id: 'body', reason: 'oversized' },
    ]);
  });

  it('that are numbers count when they look like cards', async () => {
    const body =
      '{"prompt":"see the note","note":{"card":4111111111111111,"at":1790000000123,"id":8612345678901234568}}';
    const request = post(chatgptUrl.conversation, body);
    const prompt = await chatgpt.read(request);
    expect(prompt?.parts).toContainEqual({ id: 'note.card', role: 'user', kind: 'text', text: '4111111111111111' });
    expect(prompt?.parts.map(({ text }) => text)).not.toContain('1790000000123');
    const written = await chatgpt.write(request, new Map([['note.card', '[C]']]));
    expect(textOf(written)).toBe(body.replace('4111111111111111', '"[C]"'));
  });

  it('that hide text in base64 are unpacked, and packed again', async () => {
    const secret = 'my card: 4111 1111 1111 1111';
    for (const encoding of ['base64', 'base64url'] as const) {
      const packed = (text: string) => JSON.stringify({ event: 'note', data: Buffer.from(text).toString(encoding) });
      const request = post('https://chatgpt.com/ces/v1/t', packed(secret));
      const part = (await chatgpt.read(request))!.parts.find(({ text }) => text === secret)!;
      expect(textOf(await chatgpt.write(request, new Map([[part.id, 'card [C]']])))).toBe(packed('card [C]'));
    }
  });
});
