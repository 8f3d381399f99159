/** The gate behind a guard: what may leave is what was judged, to where it was judged for, once. */
import { describe, expect, it } from 'vitest';
import type { CapturedRequest, RequestBody } from '../../../lib/prompt/request.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { guardedTab, TAB } from '../../fakes/guarded-tab.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const CARD = '4111 1111 1111 1111';
const bytes = (text: string): RequestBody => ({ kind: 'bytes', bytes: new TextEncoder().encode(text) });
/** Bytes of no format: the start of an image, then noise. */
function image(seed: number): RequestBody {
  const pixels = Uint8Array.from({ length: 400 }, (_, index) => ((index + seed) * 2654435761) >>> 24);
  return { kind: 'bytes', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...pixels]) };
}
const PNG = image(1);
const OTHER_PNG = image(2);
const HIDDEN: RequestBody = { kind: 'unreadable', reason: 'binary' };
const call = (url: string, body: RequestBody, method = 'POST'): CapturedRequest => ({
  transport: 'fetch',
  url,
  method,
  headers: {},
  body,
});
const COLLECT = 'https://chatgpt.com/ces/v1/blob';
const socket = (url: string): CapturedRequest => ({
  ...call(url, { kind: 'none' }, 'GET'),
  transport: 'websocket',
});
const SOCKET = 'wss://ws.chatgpt.com/socket?ticket=7c5d';

describe('a permit for what the gate cannot see', () => {
  it.each<[string, CapturedRequest, number]>([
    ['another address', call(`${COLLECT}/other`, HIDDEN), TAB],
    ['another query', call(`${COLLECT}?x=1`, HIDDEN), TAB],
    ['another method', call(COLLECT, HIDDEN, 'PUT'), TAB],
    ['another tab', call(COLLECT, HIDDEN), TAB + 1],
    ['a shared or service worker', call(COLLECT, HIDDEN), -1],
    ['bytes that were not read', call(COLLECT, OTHER_PNG), TAB],
  ])('is of no use for %s', async (_, request, tab) => {
    const { hold, judge } = await guardedTab();
    await hold.onRequest(chatgpt, call(COLLECT, PNG));
    expect(await judge(chatgpt, request, tab)).toMatchObject({ pass: false, code: 'unreadable' });
    expect(await judge(chatgpt, call(COLLECT, HIDDEN))).toMatchObject({ pass: true, vouched: true });
  });

  it('is spent by the first', async () => {
    const { hold, judge } = await guardedTab();
    await hold.onRequest(chatgpt, call(COLLECT, PNG));
    expect((await judge(chatgpt, call(COLLECT, PNG))).pass).toBe(true);
    expect((await judge(chatgpt, call(COLLECT, PNG))).pass).toBe(false);
  });

  it('is spent also where the gate could read the body after all', async () => {
    const { hold, judge } = await guardedTab();
    await hold.onRequest(chatgpt, call(COLLECT, bytes('{"event":"click"}')));
    expect((await judge(chatgpt, call(COLLECT, bytes('{"event":"click"}')))).pass).toBe(true);
    expect((await judge(chatgpt, call(COLLECT, HIDDEN))).pass).toBe(false);
  });

  it('is not spent by another call to the same address', async () => {
    const { hold, judge } = await guardedTab();
    await hold.onRequest(chatgpt, call(COLLECT, PNG));
    expect((await judge(chatgpt, call(COLLECT, bytes('{"event":"click"}')))).pass).toBe(true);
    expect((await judge(chatgpt, call(COLLECT, HIDDEN))).pass).toBe(true);
  });

  it('holds for the address without its fragment, and in its secure scheme', async () => {
    const { hold, judge } = await guardedTab();
    await hold.onRequest(chatgpt, call('http://chatgpt.com/ces/v1/blob#top', PNG));
    expect((await judge(chatgpt, call(COLLECT, HIDDEN))).pass).toBe(true);
  });
});

describe('approved text', () => {
  it('does not go to another address', async () => {
    const { hold, judge } = await guardedTab({ choice: 'redact' });
    const prompt = call(chatgptUrl.conversation, { kind: 'text', text: chatgptConversationBody(`My card ${CARD}`) });
    const verdict = await hold.onRequest(chatgpt, prompt);
    if (verdict.verdict !== 'rewrite' || verdict.body.kind !== 'text') throw new Error('not rewritten');
    const sent = bytes(verdict.body.text);
    expect(await judge(chatgpt, call(chatgptUrl.conversation, sent))).toMatchObject({
      pass: true,
      decision: 'record-1',
    });
  });

  it('of 20 MB passes as the very bytes the guard judged, and no others do', async () => {
    const { hold, judge } = await guardedTab();
    const text = chatgptConversationBody('A harmless line. '.repeat(1_250_000));
    await hold.onRequest(chatgpt, call(chatgptUrl.conversation, { kind: 'text', text }));
    const changed = text.replace('A harmless line', 'B harmless line');
    expect(await judge(chatgpt, call(chatgptUrl.conversation, bytes(changed)))).toMatchObject({ code: 'oversized' });
    expect(await judge(chatgpt, call(chatgptUrl.conversation, bytes(text)))).toMatchObject({ pass: true });
    expect(await judge(chatgpt, call(chatgptUrl.conversation, bytes(text)))).toMatchObject({ pass: false });
  }, 60_000);
});

describe('a socket', () => {
  it('opens when the hook has announced it, once', async () => {
    const { hold, judge } = await guardedTab();
    expect(await judge(chatgpt, socket(SOCKET))).toMatchObject({ pass: false, code: 'unannounced_socket' });
    expect(await hold.onRequest(chatgpt, socket(SOCKET))).toEqual({ verdict: 'pass' });
    expect((await judge(chatgpt, socket(`${SOCKET}0`))).pass).toBe(false);
    expect((await judge(chatgpt, socket(SOCKET), -1)).pass).toBe(false);
    expect((await judge(chatgpt, socket(SOCKET))).pass).toBe(true);
    expect((await judge(chatgpt, socket(SOCKET))).pass).toBe(false);
  });

  it('does not open on the permit of another call', async () => {
    const { hold, judge } = await guardedTab();
    await hold.onRequest(chatgpt, call('https://ws.chatgpt.com/socket?ticket=7c5d', { kind: 'none' }, 'DELETE'));
    expect((await judge(chatgpt, socket(SOCKET))).pass).toBe(false);
  });

  it('whose address carries what was entered is neither announced nor opened', async () => {
    const { hold, judge, seen } = await guardedTab();
    await hold.onText(chatgpt, 'chatgpt.com', 'write to jane.roe@acme-corp.com');
    const telling = socket('wss://ws.chatgpt.com/socket?user=jane.roe@acme-corp.com');
    expect(await hold.onRequest(chatgpt, telling)).toMatchObject({ verdict: 'refuse' });
    expect(seen.vouched).toEqual([]);
    expect(await judge(chatgpt, telling)).toMatchObject({ pass: false, code: 'entered_value' });
  });

  it('given up before its answer is not opened for anybody else', async () => {
    const { hold, judge } = await guardedTab();
    expect((await hold.onRequest(chatgpt, socket(SOCKET), AbortSignal.abort())).verdict).toBe('refuse');
    expect((await judge(chatgpt, socket(SOCKET))).pass).toBe(false);
  });

  it('frames leave no permit behind', async () => {
    const { hold, permits } = await guardedTab();
    const frame = { ...socket(SOCKET), body: { kind: 'text', text: '{"event":"ping"}' } } as const;
    await hold.onRequest(chatgpt, frame);
    const state = permits.hasFor({ app: 'chatgpt', tab: TAB, target: '', document: null }, 0);
    expect(state).toBe(false);
    expect((await hold.onRequest(chatgpt, frame)).verdict).toBe('pass');
  });
});

describe('calls to somebody else from an app’s page', () => {
  const PIXEL = 'https://metrics.example/pixel.gif';

  it('pass while they carry nothing of the person', async () => {
    const { judge } = await guardedTab();
    expect((await judge(chatgpt, call(`${PIXEL}?event=click`, { kind: 'none' }, 'GET'))).pass).toBe(true);
    expect((await judge(chatgpt, call('https://metrics.example/v1', bytes('{"event":"click"}')))).pass).toBe(true);
  });

  it.each([
    ['query', `${PIXEL}?d=Jane+Roe%2C+jane.roe%40acme-corp.com`],
    ['path', 'https://metrics.example/t/jane.roe@acme-corp.com/pixel.gif'],
    ['path in percent code', 'https://metrics.example/t/jane.roe%40acme-corp.com/pixel.gif'],
  ])('stay when their %s carries what was entered', async (_, url) => {
    const { hold, judge } = await guardedTab();
    const request = call(url, { kind: 'none' }, 'GET');
    expect((await judge(chatgpt, request)).pass).toBe(true);
    await hold.onText(chatgpt, 'chatgpt.com', 'write to jane.roe@acme-corp.com');
    expect(await judge(chatgpt, request)).toMatchObject({ pass: false, code: 'entered_value' });
  });

  it('stay when nobody could read them, and pass when the guard did', async () => {
    const { hold, judge } = await guardedTab();
    const upload = call('https://store.example/put', PNG, 'PUT');
    expect((await judge(claude, { ...upload, body: HIDDEN })).pass).toBe(false);
    await hold.onRequest(claude, upload);
    expect((await judge(claude, { ...upload, body: HIDDEN })).pass).toBe(true);
  });

  it('stay with anything in them that looks like data while there is no policy', async () => {
    const { hold, judge } = await guardedTab({ waitingForPolicy: true });
    await hold.onText(chatgpt, 'chatgpt.com', 'write to jane.roe@acme-corp.com');
    const request = call('https://metrics.example/v1', bytes('{"u":"jane.roe@acme-corp.com"}'));
    expect((await judge(chatgpt, request)).pass).toBe(false);
    expect((await hold.onRequest(chatgpt, request)).verdict).toBe('refuse');
  });
});
