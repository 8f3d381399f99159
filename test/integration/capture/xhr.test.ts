import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, multipartContent, startBench } from './harness.ts';

let bench: Bench;
let page: Page;

beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  page = await bench.open(`<script>
    function record(xhr, log = []) {
      for (const type of ['readystatechange', 'loadstart', 'progress', 'load', 'error', 'abort', 'timeout', 'loadend'])
        xhr.addEventListener(type, () => log.push(type === 'readystatechange' ? 'state ' + xhr.readyState : type));
      return log;
    }
    function send(body, { method = 'POST', url = '/sink', headers = {}, early } = {}) {
      const xhr = new XMLHttpRequest();
      const log = record(xhr);
      xhr.open(method, url);
      for (const name in headers) xhr.setRequestHeader(name, headers[name]);
      return new Promise((resolve) => {
        xhr.onloadend = () => resolve({ status: xhr.status, text: xhr.responseText, log });
        xhr.send(body);
        if (early) early(xhr);
      });
    }
  </script>`);
  bench.reset();
});
afterEach(() => page.close());

const received = () => bench.arrivals.filter(({ url }) => url !== '/favicon.ico');

const BODIES: [name: string, body: string, expected: string | Buffer, type: string | undefined][] = [
  ['a string', `'hällo'`, 'hällo', 'text/plain;charset=UTF-8'],
  ['URLSearchParams', `new URLSearchParams('a=b c')`, 'a=b+c', 'application/x-www-form-urlencoded;charset=UTF-8'],
  ['an ArrayBuffer', `new Uint8Array([0, 200]).buffer`, Buffer.from([0, 200]), undefined],
  ['a view', `new Uint8Array([1, 2, 3]).subarray(1)`, Buffer.from([2, 3]), undefined],
  ['a Blob', `new Blob(['{}'], { type: 'application/json' })`, '{}', 'application/json'],
];

describe('XMLHttpRequest', () => {
  it.each(BODIES)('delivers %s byte for byte', async (_, body, expected, type) => {
    const result = await page.evaluate(`send(${body})`);
    expect(result).toMatchObject({ status: 200, text: 'answer' });
    expect(received()[0]!.body).toEqual(Buffer.from(expected));
    expect(received()[0]!.headers['content-type']).toBe(type);
  });

  it('delivers a form, and headers as set', async () => {
    await page.evaluate(`(() => {
      const form = new FormData();
      form.append('f', new File(['hi'], 'a.txt', { type: 'text/plain' }));
      return send(form).then(() => send('{}', { method: 'put', headers: { 'Content-Type': 'application/json', 'X-A': 'b' } }));
    })()`);
    expect(multipartContent(received()[0]!)).toContain('filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhi\r\n');
    expect(received()[1]).toMatchObject({
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-a': 'b' },
    });
    const asks = await page.evaluate(() => window.guard.asks);
    expect(asks[1]).toMatchObject({ method: 'PUT', headers: { 'content-type': 'application/json', 'x-a': 'b' } });
  });

  it('is asked about only when it carries something', async () => {
    await page.evaluate(`send(null, { method: 'GET' })`);
    await page.evaluate(`send('ignored', { method: 'GET' })`);
    await page.evaluate(`send(null, { method: 'GET', url: '/s?q=text' })`);
    expect(
      await page.evaluate(() => window.guard.asks.map(({ url, body }) => [new URL(url).search, body.kind])),
    ).toEqual([['?q=text', 'none']]);
    expect(received()).toHaveLength(3);
  });

  it.each(BODIES)('never delivers a refused %s, and ends as a network error does', async (_, body) => {
    const [held, native] = (await page.evaluate(`(async () => {
      guard.decide = () => ({ verdict: 'refuse', code: 'by_test' });
      const held = await send(${body});
      const native = await send(null, { url: 'blob:nowhere' });
      return [held, native];
    })()`)) as { status: number; log: string[] }[];
    expect(held).toMatchObject({ status: 0, text: '' });
    expect(held!.log).toEqual(native!.log);
    expect(held!.log).toContain('error');
    await page.evaluate(`fetch('/done')`);
    expect(received().map(({ url }) => url)).toEqual(['/done']);
  });

  it('rewrites text and bytes', async () => {
    await page.evaluate(`(async () => {
      guard.decide = () => ({ verdict: 'rewrite', body: { kind: 'text', text: '{"t":1}' } });
      await send('{"secret":1}', { headers: { 'content-type': 'application/json' } });
      guard.decide = () => ({ verdict: 'rewrite', body: { kind: 'bytes', base64: 'AAE=' } });
      await send(new Blob(['x'], { type: 'application/x-thing' }));
    })()`);
    expect(received().map(({ body, headers }) => [body.toString('latin1'), headers['content-type']])).toEqual([
      ['{"t":1}', 'application/json'],
      ['\0\x01', 'application/x-thing'],
    ]);
  });

  it('aborts while held with the events of an abort, and sends nothing when the verdict comes', async () => {
    const log = await page.evaluate(`(async () => {
      guard.decide = () => null;
      const { log } = await send('x', { early: (xhr) => xhr.abort() });
      guard.answer(1, { verdict: 'pass' });
      await fetch('/done');
      return log;
    })()`);
    expect(log).toEqual(['state 1', 'abort', 'loadend']);
    expect(received().map(({ url }) => url)).toEqual(['/done']);
  });

  it('stays opened while held, refuses a second send, and forgets the call when opened anew', async () => {
    const result = await page.evaluate(`(async () => {
      guard.decide = () => null;
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '/first');
      xhr.send('first');
      const names = [];
      for (const act of [() => xhr.send('again'), () => xhr.setRequestHeader('a', 'b')])
        try { act(); } catch (error) { names.push(error.name); }
      const state = xhr.readyState;
      xhr.open('POST', '/second');
      guard.answer(1, { verdict: 'pass' });
      const done = new Promise((resolve) => (xhr.onload = resolve));
      xhr.send('second');
      guard.answer(2, { verdict: 'pass' });
      await done;
      return { names, state };
    })()`);
    expect(result).toEqual({ names: ['InvalidStateError', 'InvalidStateError'], state: 1 });
    expect(received().map(({ url, body }) => `${url} ${body}`)).toEqual(['/second second']);
  });

  it('answers a synchronous call only when the verdict is there at once', async () => {
    const result = await page.evaluate(`(() => {
      const run = (decide, body, url = '/sync') => {
        guard.decide = decide;
        const xhr = new XMLHttpRequest();
        xhr.open('POST', url, false);
        try { xhr.send(body); return xhr.responseText; } catch (error) { return error.name; }
      };
      return [
        run(() => ({ verdict: 'pass' }), 'a'),
        run(() => null, 'b'),
        run(() => ({ verdict: 'refuse', code: 'c' }), 'c'),
        run(() => ({ verdict: 'pass' }), new Blob(['d'])),
      ];
    })()`);
    expect(result).toEqual(['answer', 'NetworkError', 'NetworkError', 'NetworkError']);
    await page.evaluate(`guard.answer(2, { verdict: 'pass' })`);
    expect(received().map(({ body }) => body.toString())).toEqual(['a']);
  });

  it('reads the address once and keeps the time limit', async () => {
    const result = await page.evaluate(`(async () => {
      let reads = 0;
      await send('x', { url: { toString: () => (reads++ === 0 ? '/one' : '/two') } });
      return { reads, url: guard.asks[0].url };
    })()`);
    expect(result).toEqual({ reads: 1, url: `${bench.origin}/one` });
    expect(received().map(({ url }) => url)).toEqual(['/one']);
  });
});
