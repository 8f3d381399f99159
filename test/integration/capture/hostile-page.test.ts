import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './harness.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.reset());

const bodies = () => bench.arrivals.filter(({ method }) => method === 'POST').map(({ body }) => body.toString());
const received = () => bench.arrivals.filter(({ url }) => url !== '/favicon.ico');

/**
 * A page's first script that turns on everything it can reach: each function is replaced by one that looks through its
 * `this` and arguments for the bridge's node and verdicts, and lies where a lie could help.
 */
const HOSTILE = `<script>
  window.loot = [];
  const stringify = JSON.stringify, nativeThen = Promise.prototype.then, NativePromise = Promise;
  const encoder = new TextEncoder(), arrayIterator = Array.prototype[Symbol.iterator];
  const oneOf = (part) => ({ __proto__: null, [Symbol.iterator]: () => keep(arrayIterator, [part], []) });
  const keep = Reflect.apply, define = Object.defineProperty, describe = Object.getOwnPropertyDescriptor;
  const names = Object.getOwnPropertyNames, proto = Object.getPrototypeOf;
  const look = (value) => {
    if (typeof value === 'string' && value.length < 100000) {
      if (keep(indexOf, value, ['"type":"']) >= 0) loot[loot.length] = 'message';
    } else if (value instanceof NodeClass && value.nodeName === 'I') loot[loot.length] = 'node';
  };
  const indexOf = String.prototype.indexOf, NodeClass = Node;
  const spy = (owner, name) => {
    const found = describe(owner, name);
    if (!found || !found.configurable) return;
    const wrapped = (native) => function (...args) {
      look(this);
      for (let i = 0; i < args.length; i++) look(args[i]);
      const result = new.target ? Reflect.construct(native, args, new.target) : keep(native, this, args);
      look(result);
      return result;
    };
    if (typeof found.value === 'function') {
      const value = wrapped(found.value);
      value.prototype = found.value.prototype;
      define(owner, name, { ...found, value });
    } else if (found.get) define(owner, name, { ...found, get: wrapped(found.get) });
  };
  for (const owner of [EventTarget.prototype, Event.prototype, CustomEvent.prototype, MouseEvent.prototype,
    Promise.prototype, JSON, Map.prototype, WeakMap.prototype, WeakSet.prototype, String.prototype, RegExp.prototype,
    Array.prototype, URL.prototype, Blob.prototype, FormData.prototype, Headers.prototype, Request.prototype,
    Response.prototype, TextDecoder.prototype, TextEncoder.prototype, AbortSignal.prototype, ArrayBuffer.prototype,
    ReadableStreamDefaultReader.prototype, URLSearchParams.prototype, proto(Uint8Array.prototype)])
    for (const name of names(owner)) if (name !== 'constructor') spy(owner, name);
  for (const name of ['CustomEvent', 'Event', 'MouseEvent', 'Promise', 'Map', 'WeakMap', 'Proxy', 'URL', 'Uint8Array',
    'Request', 'Headers', 'FormData', 'File', 'Blob', 'TypeError', 'String', 'setTimeout', 'btoa']) spy(window, name);
  for (const name of names(Reflect)) if (name !== 'construct') spy(Reflect, name);
  define(Array.prototype, Symbol.iterator, { configurable: true, value: function* () { loot[loot.length] = 'iterated'; } });
  define(Promise, Symbol.species, { configurable: true, get() { loot[loot.length] = 'species'; return undefined; } });
  for (const name of ['then', 'toJSON', 'get', 'set', 'value', 'verdict', 'kind', 'body', 'detail', 'relatedTarget', '0', '1'])
    define(Object.prototype, name, {
      configurable: true,
      get() { if (this && typeof this === 'object' && 'id' in this && 'transport' in this) loot[loot.length] = name; },
      set(value) {
        look(value);
        define(this, name, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
      },
    });
  Object.prototype.verdict = undefined;
  define(Object.prototype, 'verdict', { __proto__: null, configurable: true, get: () => 'pass' });
  define(Object.prototype, 'code', { __proto__: null, configurable: true, get: () => { loot[loot.length] = 'code'; } });
</script>`;

/** Then it sends; what it uses to tell how that went it had kept before. */
const SENDING = `<pre id="out"></pre><script>
  const settle = (name, call) => new NativePromise((resolve) =>
    keep(nativeThen, call, [() => resolve(name + ' sent'), () => resolve(name + ' refused')]));
  const post = (body) => fetch('/sink', { method: 'POST', body });
  const xhr = (body) => new NativePromise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/sink');
    request.onload = resolve;
    request.onerror = reject;
    request.send(body);
  });
  (async () => {
    const form = new FormData();
    form.append('f', new Blob(oneOf('a secret in a file')));
    const log = [];
    log[0] = await settle('text', post('a secret'));
    log[1] = await settle('bytes', post(encoder.encode('a secret')));
    log[2] = await settle('blob', post(new Blob(oneOf('a secret'))));
    log[3] = await settle('form', post(form));
    log[4] = await settle('request', fetch(new Request('/sink', { method: 'POST', body: 'a secret' })));
    log[5] = await settle('xhr', xhr('a secret'));
    log[6] = await settle('fine', post('fine'));
    log[7] = await settle('fine xhr', xhr('fine'));
    log[8] = await settle('rewritten', post('change this'));
    document.querySelector('#out').textContent = stringify({ log, loot });
  })();
</script>`;

describe('a page that patched everything after us', () => {
  it.each(['hook', 'guard'] as const)('gets no message, no node and no byte out (%s first)', async (first) => {
    const page = await bench.openWorlds(HOSTILE + SENDING, first);
    // The page's own world is no place to look from: this reads the document from another.
    await expect.poll(() => page.textContent('#out')).not.toBe('');
    const { log, loot } = JSON.parse((await page.textContent('#out'))!) as { log: string[]; loot: string[] };
    expect(bodies()).toEqual(['fine', 'fine', 'changed']);
    expect(log).toEqual([
      'text refused',
      'bytes refused',
      'blob refused',
      'form refused',
      'request refused',
      'xhr refused',
      'fine sent',
      'fine xhr sent',
      'rewritten sent',
    ]);
    expect(loot.filter((found) => found === 'message' || found === 'node' || found === 'code')).toEqual([]);
    await page.close();
  });
});

describe('a page that plays a part in the handshake', () => {
  it('is offered no node when it asks for one, and cannot answer in the guard’s place', async () => {
    const page = await bench.openWorlds(`<script>
      window.offered = [];
      document.addEventListener('sluice-offer', (event) => offered.push(event.relatedTarget), true);
      addEventListener('sluice-offer', (event) => offered.push(event.relatedTarget), true);
      document.dispatchEvent(new Event('sluice-seek'));
      document.dispatchEvent(new MouseEvent('sluice-offer', { relatedTarget: document.createElement('i') }));
    </script>`);
    bench.reset();
    const offered = await page.evaluate(
      () => (window as never as { offered: Element[] }).offered.filter((node) => node.isConnected === false).length,
    );
    // Its own, and nothing of ours.
    expect(offered).toBe(1);
    const result = await page.evaluate(() =>
      fetch('/sink', { method: 'POST', body: 'a secret' }).then(String, (error: Error) => error.message),
    );
    expect(result).toContain('by_guard');
    expect(received()).toEqual([]);
    await page.close();
  });

  it('gets nothing out while no guard is there, however it asks', async () => {
    const page = await bench.open(
      `<script>
        window.offered = [];
        addEventListener('sluice-offer', (event) => offered.push(event.relatedTarget), true);
        document.dispatchEvent(new Event('sluice-seek'));
      </script>`,
      { guard: 'none' },
    );
    bench.reset();
    const before = await page.evaluate(() => (window as never as { offered: unknown[] }).offered.length);
    expect(before).toBe(0);
    const result = await page.evaluate(() =>
      fetch('/sink', { method: 'POST', body: 'x' }).then(String, (error: Error) => error.message),
    );
    expect(result).toContain('guard_missing');
    expect(received()).toEqual([]);
    await page.close();
  });
});

describe('the bridge', () => {
  it('connects when the guard comes second in the same pass', async () => {
    const page = await bench.open('', { guard: 'late' });
    bench.reset();
    await page.evaluate(() => fetch('/sink', { method: 'POST', body: 'x' }));
    expect(received()).toHaveLength(1);
    await page.close();
  });

  it('refuses after its limit when a guard is there and does not listen', async () => {
    const page = await bench.open('', { guard: 'deaf' });
    bench.reset();
    const result = await page.evaluate(() =>
      fetch('/sink', { method: 'POST', body: 'x' }).then(String, (error: Error) => error.message),
    );
    expect(result).toContain('guard_silent');
    expect(received()).toEqual([]);
    await page.close();
  });

  it('carries large messages whole', async () => {
    const page = await bench.openWorlds('');
    bench.reset();
    await page.evaluate(() => fetch('/sink', { method: 'POST', body: `${'ü'.repeat(5_000_000)}end` }));
    expect(received()[0]!.body.length).toBe(10_000_003);
    await page.close();
  });
});

describe('wrapped functions', () => {
  it('look native and keep name, length and descriptors', async () => {
    const page = await bench.open('<iframe id="plain" src="about:blank"></iframe>');
    const facts = await page.evaluate(() => {
      const describeFunction = (owner: object, name: string) => {
        const found = Object.getOwnPropertyDescriptor(owner, name)!;
        const wrapped = (found.value ?? found.get) as { name: string; length: number };
        return [
          String(wrapped),
          wrapped.name,
          wrapped.length,
          found.writable,
          found.enumerable,
          found.configurable,
          Function.prototype.toString.call(wrapped),
        ];
      };
      return [
        describeFunction(window, 'fetch'),
        describeFunction(XMLHttpRequest.prototype, 'open'),
        describeFunction(Navigator.prototype, 'sendBeacon'),
        describeFunction(window, 'EventSource'),
        describeFunction(WebSocket.prototype, 'bufferedAmount'),
        describeFunction(Function.prototype, 'toString'),
        [Object.hasOwn(fetch, 'prototype'), new EventSource('/plain') instanceof EventSource],
      ];
    });
    const source = (name: string) => `function ${name}() { [native code] }`;
    const fact = (name: string, length: number, enumerable = true, shown = name) => [
      source(name),
      shown,
      length,
      true,
      enumerable,
      true,
      source(name),
    ];
    expect(facts).toEqual([
      fact('fetch', 1),
      fact('open', 2),
      fact('sendBeacon', 1),
      fact('EventSource', 1, false),
      [source('get bufferedAmount'), 'get bufferedAmount', 0, null, true, true, source('get bufferedAmount')].map(
        (value) => value ?? undefined,
      ),
      fact('toString', 0, false),
      [false, true],
    ]);
    await page.close();
  });
});
