import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './harness.ts';

let bench: Bench;
let page: Page;

beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  page = await bench.open(`<script>
    let got = 0;
    const socket = new WebSocket(location.origin.replace('http', 'ws') + '/socket');
    socket.onmessage = () => got++;
    const opened = new Promise((resolve) => (socket.onopen = resolve));
    const answers = (n) => new Promise((resolve) => {
      const look = () => (got >= n ? resolve() : setTimeout(look, 10));
      look();
    });
  </script>`);
  await page.evaluate('opened');
  bench.reset();
});
afterEach(() => page.close());

describe('a new WebSocket', () => {
  const inOrder = `(socket) => new Promise((resolve) => {
    const events = [socket.readyState];
    for (const type of ['open', 'error', 'close'])
      socket.addEventListener(type, (event) => {
        events.push(type, socket.readyState, event.code ?? 0);
        if (type !== 'error') resolve(events);
      });
  })`;

  it('is announced by the address it really has, in the task that makes it, and opens', async () => {
    const { asks, events } = await page.evaluate<{ asks: unknown; events: unknown }>(`(async () => {
      let reads = 0;
      const address = { toString: () => (reads++ === 0 ? '/socket?a=ä#x'.split('#')[0] : '/other') };
      const before = guard.asks.length;
      const fresh = new WebSocket(address);
      const asks = guard.asks.slice(before).map(({ id, type, ...ask }) => ask);
      return { asks, events: await (${inOrder})(fresh) };
    })()`);
    const url = `${bench.origin.replace('http', 'ws')}/socket?a=%C3%A4`;
    expect(asks).toEqual([{ transport: 'websocket', url, method: 'GET', headers: {}, body: { kind: 'none' } }]);
    expect(events).toEqual([0, 'open', 1, 0]);
  });

  it('fails as on a broken network when its address is refused', async () => {
    const events = await page.evaluate(`(async () => {
      guard.decide = () => Promise.resolve({ verdict: 'refuse', code: 'x' });
      return (${inOrder})(new WebSocket('/socket'));
    })()`);
    expect(events).toEqual([0, 'error', 3, 0, 'close', 3, 1006]);
  });

  it('that is none is not announced, and throws as before', async () => {
    const [name, asked] = await page.evaluate<[string, number]>(`(() => {
      const before = guard.asks.length;
      try { new WebSocket('http://[') } catch (error) { return [error.name, guard.asks.length - before]; }
    })()`);
    expect([name, asked]).toEqual(['SyntaxError', 0]);
  });
});

describe('WebSocket', () => {
  it('delivers every kind of frame byte for byte and in order, whatever takes longest', async () => {
    await page.evaluate(`(async () => {
      socket.send('text ä');
      socket.send(new Blob([new Uint8Array([1, 2])]));
      socket.send(new Uint8Array([3, 4]).buffer);
      socket.send(new Uint8Array([0, 5, 6]).subarray(1));
      socket.send('last');
      await answers(5);
    })()`);
    expect(bench.frames).toEqual(['text ä', Buffer.from([1, 2]), Buffer.from([3, 4]), Buffer.from([5, 6]), 'last']);
    const asks = await page.evaluate(() => window.guard.asks.map(({ transport, body }) => [transport, body.kind]));
    expect(asks).toEqual(['none', 'text', 'bytes', 'bytes', 'bytes', 'text'].map((kind) => ['websocket', kind]));
  });

  it('keeps order while one frame waits, and counts what waits', async () => {
    const buffered = await page.evaluate(`(async () => {
      guard.decide = (ask) => (ask.body.text === 'slow' ? null : { verdict: 'pass' });
      socket.send('first');
      socket.send('slow');
      socket.send('after');
      const buffered = socket.bufferedAmount;
      await new Promise((resolve) => setTimeout(resolve, 200));
      const asked = guard.asks.length;
      guard.answer(3, { verdict: 'pass' });
      await answers(3);
      return [buffered >= 9, asked, socket.bufferedAmount];
    })()`);
    expect(buffered).toEqual([true, 3, 0]);
    expect(bench.frames).toEqual(['first', 'slow', 'after']);
  });

  it('drops a refused frame, tells the page, and goes on', async () => {
    await page.evaluate(`(async () => {
      guard.decide = (ask) => ask.body.text === 'secret' ? { verdict: 'refuse', code: 'x' } : { verdict: 'pass' };
      const failed = new Promise((resolve) => (socket.onerror = resolve));
      socket.send('secret');
      socket.send('fine');
      await failed;
      await answers(1);
    })()`);
    expect(bench.frames).toEqual(['fine']);
  });

  it('rewrites a frame', async () => {
    await page.evaluate(`(async () => {
      guard.decide = () => ({ verdict: 'rewrite', body: { kind: 'text', text: 'token' } });
      socket.send('secret');
      guard.decide = () => ({ verdict: 'rewrite', body: { kind: 'bytes', base64: 'CQ==' } });
      socket.send(new Uint8Array([1]));
      await answers(2);
    })()`);
    expect(bench.frames).toEqual(['token', Buffer.from([9])]);
  });

  it('closes after the frames that were sent before', async () => {
    const result = await page.evaluate(`(async () => {
      guard.decide = () => null;
      const closed = new Promise((resolve) => (socket.onclose = (event) => resolve([event.code, event.reason])));
      socket.send('held');
      const errors = [];
      for (const args of [[1001], [3000, 'x'.repeat(124)]])
        try { socket.close(...args); } catch (error) { errors.push(error.name); }
      socket.close(3001, 'bye');
      const state = socket.readyState;
      socket.send('too late');
      guard.answer(2, { verdict: 'pass' });
      return { state, errors, closed: await closed };
    })()`);
    expect(result).toEqual({
      state: 2,
      errors: ['InvalidAccessError', 'SyntaxError'],
      closed: [3001, 'bye'],
    });
    expect(bench.frames).toEqual(['held']);
  });

  it('never sends a frame whose socket closed meanwhile, and sends our copy of a buffer', async () => {
    await page.evaluate(`(async () => {
      guard.decide = () => null;
      const bytes = new Uint8Array([1]);
      socket.send(bytes);
      bytes[0] = 2;
      guard.answer(2, { verdict: 'pass' });
      await answers(1);
    })()`);
    expect(bench.frames).toEqual([Buffer.from([1])]);
  });

  it('looks and throws like the native one', async () => {
    const facts = await page.evaluate(`(() => {
      class Mine extends WebSocket {}
      const fresh = new Mine(socket.url);
      let name = '';
      try { fresh.send('early'); } catch (error) { name = error.name; }
      let brand = '';
      try { WebSocket.prototype.send.call({}, 'x'); } catch (error) { brand = error.name; }
      return [name, brand, fresh instanceof WebSocket, WebSocket.OPEN, WebSocket.prototype.send.length,
        WebSocket.prototype.send.name, String(WebSocket.prototype.send)];
    })()`);
    expect(facts).toEqual(['InvalidStateError', 'TypeError', true, 1, 1, 'send', 'function send() { [native code] }']);
  });

  it('holds 100 frames in order', async () => {
    await page.evaluate(`(async () => {
      guard.decide = () => Promise.resolve({ verdict: 'pass' });
      for (let i = 0; i < 100; i++) socket.send(String(i));
      await answers(100);
    })()`);
    expect(bench.frames).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
  });
});
