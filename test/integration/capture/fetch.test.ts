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
  page = await bench.open();
  bench.reset();
});
afterEach(() => page.close());

const received = () => bench.arrivals.filter(({ url }) => url !== '/favicon.ico');

/** Bodies as expressions in the page, and the bytes that must arrive. */
const BODIES: [name: string, body: string, expected: string | Buffer, type: string | undefined][] = [
  ['a string', `'hällo \\u{1f600}'`, 'hällo \u{1f600}', 'text/plain;charset=UTF-8'],
  ['a string with BOM and NUL', `'\\ufeffa\\0b'`, '\ufeffa\0b', 'text/plain;charset=UTF-8'],
  ['an empty string', `''`, '', 'text/plain;charset=UTF-8'],
  ['an object with toString', `({ toString: () => 'made' })`, 'made', 'text/plain;charset=UTF-8'],
  [
    'URLSearchParams',
    `new URLSearchParams([['q', 'a b&c'], ['q', 'é']])`,
    'q=a+b%26c&q=%C3%A9',
    'application/x-www-form-urlencoded;charset=UTF-8',
  ],
  ['an ArrayBuffer', `new Uint8Array([0, 255, 128, 10]).buffer`, Buffer.from([0, 255, 128, 10]), undefined],
  ['a part of a typed array', `new Uint16Array([1, 2, 3, 4]).subarray(1, 3)`, Buffer.from([2, 0, 3, 0]), undefined],
  ['a DataView', `new DataView(new Uint8Array([9, 8, 7, 6]).buffer, 1, 2)`, Buffer.from([8, 7]), undefined],
  ['a Blob', `new Blob(['{"a":1}'], { type: 'application/json' })`, '{"a":1}', 'application/json'],
  ['a Blob without type', `new Blob([new Uint8Array([1, 2])])`, Buffer.from([1, 2]), undefined],
];

describe('fetch, passed', () => {
  it.each(BODIES)('delivers %s byte for byte', async (_, body, expected, type) => {
    const answer = await page.evaluate(`fetch('/sink', { method: 'POST', body: ${body} }).then((r) => r.text())`);
    expect(answer).toBe('answer');
    expect(received()).toHaveLength(1);
    expect(received()[0]!.body).toEqual(Buffer.from(expected));
    expect(received()[0]!.headers['content-type']).toBe(type);
    expect(await page.evaluate('guard.asks.length')).toBe(1);
  });

  it.each(BODIES)('delivers %s byte for byte out of a Request', async (_, body, expected, type) => {
    await page.evaluate(`fetch(new Request('/sink', { method: 'POST', body: ${body} }))`);
    expect(received().map((arrival) => arrival.body)).toEqual([Buffer.from(expected)]);
    expect(received()[0]!.headers['content-type']).toBe(type);
  });

  it('delivers a form with files and shows the guard their bytes', async () => {
    const sent = await page.evaluate(async () => {
      const form = new FormData();
      form.append('text', 'line\nbreak');
      form.append('doc', new File([new Uint8Array([0, 1, 254])], 'ä "q".bin', { type: 'application/x-thing' }));
      form.append('text', 'again');
      const native = new TextDecoder('latin1').decode(await new Response(form).arrayBuffer());
      await fetch('/sink', { method: 'POST', body: form });
      return { native, ask: window.guard.asks[0]! };
    });
    const boundary = /^--(.+?)\r\n/.exec(sent.native)![1]!;
    expect(multipartContent(received()[0]!)).toBe(
      Buffer.from(
        // windows-1252 letters of the page's decoder are none here: both sides are ASCII but for the bytes above.
        sent.native.replaceAll(boundary, 'BOUNDARY'),
        'latin1',
      )
        .toString('latin1')
        .replaceAll(boundary, 'BOUNDARY'),
    );
    expect(sent.ask.body).toEqual({
      kind: 'fields',
      encoding: 'multipart',
      fields: [
        { name: 'text', value: 'line\nbreak' },
        { name: 'doc', file: { name: 'ä "q".bin', type: 'application/x-thing', base64: 'AAH+' } },
        { name: 'text', value: 'again' },
      ],
    });
  });

  it('keeps method, headers, referrer and the rest of the call', async () => {
    await page.evaluate(async () => {
      const request = new Request('/sink', {
        method: 'PATCH',
        headers: { 'X-Thing': 'one', 'content-type': 'application/json' },
        body: '{"a":"b"}',
        referrer: '/from-here',
        keepalive: true,
      });
      await fetch(request.clone());
      // An init makes the browser forget the referrer of the Request: so must we.
      await fetch(request, { headers: { 'x-other': 'two' } });
    });
    const [arrival, other] = received();
    expect(arrival).toMatchObject({
      method: 'PATCH',
      headers: { 'x-thing': 'one', 'content-type': 'application/json', referer: `${bench.origin}/from-here` },
    });
    expect(other!.headers).toMatchObject({ 'x-other': 'two', referer: `${bench.origin}/page` });
    expect(other!.headers['x-thing']).toBeUndefined();
    expect(arrival!.body.toString()).toBe('{"a":"b"}');
    const [ask] = await page.evaluate(() => window.guard.asks);
    expect(ask).toMatchObject({
      method: 'PATCH',
      url: `${bench.origin}/sink`,
      body: { kind: 'text', text: '{"a":"b"}' },
    });
  });

  it('takes a subclass of Request and an init that is a Request', async () => {
    await page.evaluate(async () => {
      class Liar extends Request {
        override get url() {
          return 'https://elsewhere.example/';
        }
      }
      await fetch(new Liar('/sink', { method: 'POST', body: 'sub' }));
      await fetch('/sink', new Request('/other', { method: 'PUT', body: 'init' }));
    });
    expect(received().map(({ method, body }) => `${method} ${body}`)).toEqual(['POST sub', 'PUT init']);
    const urls = await page.evaluate(() => window.guard.asks.map(({ url }) => url));
    expect(urls).toEqual([`${bench.origin}/sink`, `${bench.origin}/sink`]);
  });

  it('does not ask about a plain GET, and does about one with a query, a long path or a long header', async () => {
    await page.evaluate(async () => {
      await fetch('/plain');
      await fetch('data:text/plain,hello?there');
      await fetch('/q?text=1');
      await fetch(`/${'long'.repeat(40)}`);
      await fetch('/header', { headers: { 'x-prompt': 'words '.repeat(20) } });
    });
    expect(received()).toHaveLength(4);
    const urls = await page.evaluate(() => window.guard.asks.map(({ url }) => new URL(url).pathname.slice(0, 5)));
    expect(urls).toEqual(['/q', '/long', '/head']);
  });

  it('rejects as the native call does', async () => {
    const errors = await page.evaluate(async () => {
      const calls = [
        () => fetch('http://'),
        () => fetch('/sink', { method: 'GET', body: 'x' }),
        () => fetch('/sink', { method: 'POST', body: 'x', signal: AbortSignal.abort() }),
        () => (fetch as () => Promise<Response>)(),
      ];
      return Promise.all(calls.map((call) => call().then(String, (error: Error) => error.name)));
    });
    expect(errors).toEqual(['TypeError', 'TypeError', 'AbortError', 'TypeError']);
    expect(received()).toEqual([]);
  });
});

describe('fetch, refused', () => {
  const form = `(() => { const f = new FormData(); f.append('a', new Blob(['x'])); return f; })()`;
  it.each([...BODIES.map(([name, body]) => [name, body] as const), ['a form', form] as const])(
    'never delivers %s',
    async (_, body) => {
      const message = await page.evaluate(
        `guard.decide = () => ({ verdict: 'refuse', code: 'by_test' });
         fetch('/sink', { method: 'POST', body: ${body} }).then(() => 'sent', (error) => error.name + ': ' + error.message)`,
      );
      expect(message).toBe('TypeError: Failed to fetch (held back by Sluice: by_test)');
      await page.evaluate(`fetch('/done')`);
      expect(received().map(({ url }) => url)).toEqual(['/done']);
    },
  );

  it('refuses what the guard answers nonsense to', async () => {
    const codes = await page.evaluate(async () => {
      const answers: unknown[] = [
        {},
        { verdict: 'PASS' },
        { verdict: 'rewrite' },
        { verdict: 'rewrite', body: { kind: 'bytes', base64: '%%%%' } },
        { verdict: 'rewrite', body: { kind: 'unreadable', reason: 'x' } },
      ];
      return Promise.all(
        answers.map((answer) => {
          window.guard.decide = () => answer as never;
          return fetch('/sink', { method: 'POST', body: 'x' }).then(String, () => 'refused');
        }),
      );
    });
    expect(codes).toEqual(Array(5).fill('refused'));
    expect(received()).toEqual([]);
  });
});

describe('fetch, rewritten', () => {
  it('sends text, bytes and forms as the guard wrote them, under the same headers', async () => {
    await page.evaluate(async () => {
      const send = (body: BodyInit, answer: object, headers = {}) => {
        window.guard.decide = () => ({ verdict: 'rewrite', body: answer }) as never;
        return fetch('/sink', { method: 'POST', body, headers });
      };
      await send('{"secret":1}', { kind: 'text', text: '{"s":0}' }, { 'content-type': 'application/json' });
      await send(new Uint8Array([1, 2, 3]), { kind: 'bytes', base64: 'BAU=' }, { 'content-encoding': 'gzip' });
      await send(new Blob(['{}'], { type: 'application/json' }), { kind: 'bytes', base64: 'e30=' });
      const form = new FormData();
      form.append('a', 'secret');
      const fields = [
        { name: 'a', value: 'token' },
        { name: 'f', file: { name: 'n.txt', type: 'text/plain', base64: 'aGk=' } },
      ];
      await send(form, { kind: 'fields', encoding: 'multipart', fields });
    });
    const all = received();
    expect(all.slice(0, 3).map(({ body }) => body.toString('hex'))).toEqual([
      Buffer.from('{"s":0}').toString('hex'),
      '0405',
      Buffer.from('{}').toString('hex'),
    ]);
    expect(all[0]!.headers['content-type']).toBe('application/json');
    expect(all[1]!.headers['content-encoding']).toBe('gzip');
    expect(all[2]!.headers['content-type']).toBe('application/json');
    expect(multipartContent(all[3]!)).toBe(
      '--BOUNDARY\r\nContent-Disposition: form-data; name="a"\r\n\r\ntoken\r\n--BOUNDARY\r\n' +
        'Content-Disposition: form-data; name="f"; filename="n.txt"\r\nContent-Type: text/plain\r\n\r\nhi\r\n--BOUNDARY--\r\n',
    );
  });
});

describe('fetch, held', () => {
  it('sends nothing before the verdict, and nothing after an abort', async () => {
    const name = await page.evaluate(async () => {
      window.guard.decide = () => null;
      const control = new AbortController();
      const call = fetch('/sink', { method: 'POST', body: 'x', signal: control.signal });
      control.abort();
      window.guard.answer(1, { verdict: 'pass' });
      return call.then(String, (error: Error) => error.name);
    });
    expect(name).toBe('AbortError');
    await page.evaluate(async () => {
      const call = fetch('/late', { method: 'POST', body: 'x' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      window.guard.answer(2, { verdict: 'pass' });
      await call;
    });
    expect(received().map(({ url }) => url)).toEqual(['/late']);
  });

  it('sends what was judged when the page changes its objects meanwhile', async () => {
    await page.evaluate(async () => {
      window.guard.decide = () => null;
      const bytes = new Uint8Array([1, 1, 1]);
      const params = new URLSearchParams('a=1');
      const form = new FormData();
      form.append('a', '1');
      let reads = 0;
      const init = {
        method: 'POST',
        get body() {
          return reads++ === 0 ? 'first' : 'second';
        },
      };
      const calls = [
        fetch('/bytes', { method: 'POST', body: bytes }),
        fetch('/params', { method: 'POST', body: params }),
        fetch('/form', { method: 'POST', body: form }),
        fetch('/init', init),
      ];
      bytes.fill(2);
      params.set('a', '2');
      form.set('a', '2');
      for (const { id } of window.guard.asks) window.guard.answer(id, { verdict: 'pass' });
      await Promise.all(calls);
    });
    const byUrl = Object.fromEntries(received().map(({ url, body }) => [url, body.toString('latin1')]));
    expect(byUrl).toMatchObject({ '/bytes': '\x01\x01\x01', '/params': 'a=1', '/init': 'first' });
    expect(byUrl['/form']).toContain('\r\n\r\n1\r\n');
  });

  it('asks about a stream longer than can be judged as one that nobody can read', async () => {
    const result = await page.evaluate(async () => {
      const { decide } = window.guard;
      // The guard's own answer to what is too large, without the policy that may relax it.
      window.guard.decide = (question) => {
        const { body } = question as { body: { kind: string; reason?: string } };
        return body.reason === 'oversized' ? { verdict: 'refuse', code: 'too_large' } : decide(question);
      };
      let sent = 0;
      const body = new ReadableStream({
        pull(controller) {
          controller.enqueue(new Uint8Array(8 * 1024 * 1024));
          if (++sent === 5) controller.close();
        },
      });
      const init = { method: 'POST', body, duplex: 'half' };
      return fetch('/sink', init).then(String, (error: Error) => error.message);
    });
    expect(result).toContain('too_large');
    expect(received()).toEqual([]);
  });

  it('sends a stream as the bytes that were judged', async () => {
    await page.evaluate(async () => {
      const body = new Blob(['stream ', 'of ', 'text']).stream();
      await fetch('/sink', { method: 'POST', body, duplex: 'half' } as RequestInit);
    });
    expect(received().map(({ body }) => body.toString())).toEqual(['stream of text']);
  });
});
