import { describe, expect, it } from 'vitest';
import { Discovery, type SeenAnswer, type SeenCall } from '../../../lib/coverage/discovery.ts';
import { governedApps, NOTHING_MORE } from '../../../lib/coverage/governed.ts';
import { sighted } from '../../../lib/coverage/sightings.ts';

const APPS = governedApps(NOTHING_MORE);
const PROMPT = '{"prompt":"how do I bake bread for my mother"}';
const raw = (body: string) => ({ raw: [{ bytes: new TextEncoder().encode(body).buffer as ArrayBuffer }] });
const call = (fields: Partial<SeenCall> = {}): SeenCall => ({
  requestId: '1',
  url: 'https://api.new-ai.example/v1/chat',
  method: 'POST',
  initiator: 'https://app.new-ai.example',
  requestBody: raw(PROMPT),
  ...fields,
});
const answer = (type: string, fields: Partial<SeenAnswer> = {}): SeenAnswer => ({
  requestId: '1',
  statusCode: 200,
  responseHeaders: [{ name: 'Content-Type', value: type }],
  ...fields,
});
const outcome = (seen: SeenCall, heard: SeenAnswer, apps = APPS) => {
  const discovery = new Discovery();
  discovery.called(seen, apps);
  return discovery.answered(heard);
};
const FOUND = 'app.new-ai.example';

describe('discovery', () => {
  it.each([
    ['text/event-stream', {}],
    ['text/event-stream; charset=utf-8', {}],
    ['application/x-ndjson', {}],
    ['application/connect+proto', {}],
  ])('finds a sentence that is answered with %s', (type, fields) =>
    expect(outcome(call(fields), answer(type))).toEqual(FOUND),
  );

  it('finds an answer that is marked as a stream in other ways', () => {
    const marked = (name: string, value: string, type: string) =>
      answer(type, {
        responseHeaders: [
          { name: 'content-type', value: type },
          { name, value },
        ],
      });
    expect(outcome(call(), marked('X-Vercel-AI-Data-Stream', 'v1', 'text/plain'))).toEqual(FOUND);
    expect(outcome(call(), marked('x-accel-buffering', 'no', 'application/json'))).toEqual(FOUND);
    expect(outcome(call(), marked('x-accel-buffering', 'no', 'text/html'))).toBeNull();
  });

  it('reads forms, and Firefox telling the page otherwise', () => {
    const form = { formData: { message: ['how do I bake bread for my mother'] } };
    expect(outcome(call({ requestBody: form }), answer('text/event-stream'))).toEqual(FOUND);
    const page = { initiator: undefined, documentUrl: 'https://app.new-ai.example/chat' };
    expect(outcome(call(page), answer('text/event-stream'))).toEqual(FOUND);
  });

  it('names the address called where the page belongs to somebody else', () =>
    expect(outcome(call({ initiator: 'https://news.example' }), answer('text/event-stream'))).toBe(
      'api.new-ai.example',
    ));

  it.each<[string, Partial<SeenCall>, SeenAnswer]>([
    ['a page of HTML', {}, answer('text/html')],
    ['JSON that is no stream', {}, answer('application/json')],
    ['an error', {}, answer('text/event-stream', { statusCode: 401 })],
    ['another call', {}, answer('text/event-stream', { requestId: '2' })],
    ['a call without a sentence', { requestBody: raw('{"event":"click"}') }, answer('text/event-stream')],
    ['a body that is no text', { requestBody: raw(`\u0000\u0001${PROMPT}`) }, answer('text/event-stream')],
    ['a call without a body', { requestBody: null }, answer('text/event-stream')],
    ['a GET', { method: 'GET' }, answer('text/event-stream')],
    ['a governed app', { url: 'https://chatgpt.com/backend-api/x' }, answer('text/event-stream')],
    ['a call of a governed page', { initiator: 'https://claude.ai' }, answer('text/event-stream')],
    ['a call of an extension', { initiator: 'chrome-extension://abc' }, answer('text/event-stream')],
    [
      'this machine',
      { url: 'http://localhost:8080/x', initiator: 'http://localhost:8080' },
      answer('text/event-stream'),
    ],
    [
      'an address without a name',
      { url: 'http://127.0.0.1/x', initiator: 'http://127.0.0.1' },
      answer('text/event-stream'),
    ],
  ])('leaves out %s', (_, fields, heard) => expect(outcome(call(fields), heard)).toBeNull());

  it.each([
    ['https://api.new-ai.co.uk/x', 'https://www.new-ai.co.uk', 'www.new-ai.co.uk'],
    ['https://api.new-ai.co.uk/x', 'https://www.news.co.uk', 'api.new-ai.co.uk'],
    ['https://new-ai.example/x', 'https://new-ai.example', 'new-ai.example'],
    ['https://new-ai.example/x', 'null', 'new-ai.example'],
  ])('%s called by %s is %s', (url, initiator, host) =>
    expect(outcome(call({ url, initiator }), answer('text/event-stream'))).toBe(host),
  );

  it('keeps nothing of the call, and forgets calls that are never answered', () => {
    const discovery = new Discovery();
    for (let id = 0; id < 1_000; id++) discovery.called(call({ requestId: String(id) }), APPS);
    expect(discovery.answered(answer('text/event-stream', { requestId: '0' }))).toBeNull();
    expect(discovery.answered(answer('text/event-stream', { requestId: '999' }))).not.toBeNull();
    expect(JSON.stringify(discovery)).not.toContain('bread');
  });
});

describe('sightings', () => {
  const DAY = 24 * 60 * 60_000;
  it('are due once per host and day, with those of before', () => {
    const first = sighted({}, 'a.example', 10 * DAY);
    expect(first.due).toBe(1);
    const second = sighted(first.seen, 'a.example', 10 * DAY + 5);
    const third = sighted(second.seen, 'a.example', 10 * DAY + 9);
    expect([second.due, third.due]).toEqual([null, null]);
    expect(sighted(third.seen, 'b.example', 10 * DAY + 9).due).toBe(1);
    expect(sighted(third.seen, 'a.example', 11 * DAY).due).toBe(3);
  });

  it('are due again when the clock was set back', () =>
    expect(sighted(sighted({}, 'a.example', 10 * DAY).seen, 'a.example', 3 * DAY).due).toBe(1));

  it('do not grow without end', () => {
    let seen = {};
    for (let n = 0; n < 700; n++) seen = sighted(seen, `h${n}.example`, DAY).seen;
    expect(Object.keys(seen)).toHaveLength(500);
    expect(Object.keys(seen).at(-1)).toBe('h699.example');
  });
});
