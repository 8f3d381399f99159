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
  page = await bench.open(`
    <iframe name="target"></iframe>
    <form id="post" method="post" action="/form" target="target"><input name="q" value="some text"><button name="by" value="me">Go</button></form>
    <form id="get" action="/search" target="target"><input name="q" value="words"></form>`);
  bench.reset();
});
afterEach(() => page.close());

const received = () => bench.arrivals.filter(({ url }) => url !== '/favicon.ico');
const arrival = async (count = 1) => {
  await expect.poll(() => received().length).toBeGreaterThanOrEqual(count);
  return received();
};
const refuseAll = () =>
  page.evaluate(() => {
    window.guard.decide = () => ({ verdict: 'refuse', code: 'by_test' });
  });
/** Whatever was going to leave has left when this comes back. */
const drain = () =>
  page.evaluate(`new Promise((r) => setTimeout(r, 100)).then(() => fetch('/done')).then((r) => r.text())`);

describe('sendBeacon', () => {
  it('delivers every kind and says true', async () => {
    const results = await page.evaluate(() => {
      const form = new FormData();
      form.append('a', 'b');
      return [
        navigator.sendBeacon('/b', 'text'),
        navigator.sendBeacon('/b', new Blob(['{}'], { type: 'application/json' })),
        navigator.sendBeacon('/b', new Uint8Array([1, 2])),
        navigator.sendBeacon('/b', new URLSearchParams('a=b')),
        navigator.sendBeacon('/b', form),
      ];
    });
    expect(results).toEqual(Array(5).fill(true));
    const sent = (await arrival(5)).map(({ headers, body }) => [
      String(headers['content-type']).split(';')[0],
      body.toString('latin1'),
    ]);
    expect(sent).toContainEqual(['text/plain', 'text']);
    expect(sent).toContainEqual(['application/json', '{}']);
    expect(sent).toContainEqual(['undefined', '\x01\x02']);
    expect(sent).toContainEqual(['application/x-www-form-urlencoded', 'a=b']);
    expect(sent.filter(([type]) => type === 'multipart/form-data')).toHaveLength(1);
  });

  it('never delivers a refused one, nor one too large, and throws as the native one does', async () => {
    await refuseAll();
    const results = await page.evaluate(() => {
      const tried = (act: () => unknown) => {
        try {
          return act();
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [
        navigator.sendBeacon('/b', 'secret'),
        navigator.sendBeacon('/b?q=secret'),
        navigator.sendBeacon('/b', 'x'.repeat(70_000)),
        tried(() => navigator.sendBeacon('http://')),
        tried(() => navigator.sendBeacon.call({} as Navigator, '/b', 'x')),
      ];
    });
    expect(results).toEqual([true, true, false, 'TypeError', 'TypeError']);
    await drain();
    expect(received().map(({ url }) => url)).toEqual(['/done']);
  });
});

describe('forms', () => {
  it.each([
    ['form.submit()', `document.querySelector('#post').submit()`, 'q=some+text'],
    ['requestSubmit with its button', `post.requestSubmit(post.querySelector('button'))`, 'q=some+text&by=me'],
    ['a click', `post.querySelector('button').click()`, 'q=some+text&by=me'],
  ])('delivers %s', async (_, act, expected) => {
    await page.evaluate(act);
    expect((await arrival())[0]).toMatchObject({ method: 'POST', url: '/form' });
    expect(received()[0]!.body.toString()).toBe(expected);
    const ask = await page.evaluate(() => window.guard.asks.find(({ transport }) => transport === 'form'));
    expect(ask).toMatchObject({ method: 'POST', url: `${bench.origin}/form`, body: { encoding: 'urlencoded' } });
  });

  it('never delivers a refused one', async () => {
    await refuseAll();
    await page.evaluate(`post.submit(); post.requestSubmit(); get.submit(); get.requestSubmit()`);
    await drain();
    expect(received().map(({ url }) => url)).toEqual(['/done']);
  });

  it('leaves a form alone that the page handles, and lets the page see that nothing was prevented', async () => {
    const seen = await page.evaluate(`new Promise((resolve) => {
      post.addEventListener('submit', (event) => {
        const before = event.defaultPrevented;
        event.preventDefault();
        resolve([before, event.defaultPrevented, event.returnValue]);
      });
      post.requestSubmit();
    })`);
    expect(seen).toEqual([false, true, false]);
    await drain();
    expect(received().map(({ url }) => url)).toEqual(['/done']);
    expect(await page.evaluate(() => window.guard.asks.length)).toBe(0);
  });

  it('sends what was judged, whatever the page changes or adds meanwhile', async () => {
    await page.evaluate(`(() => {
      guard.decide = () => null;
      get.submit();
      get.q.value = 'other words';
      get.action = '/elsewhere';
      addEventListener('formdata', (event) => event.formData.append('late', 'addition'), true);
      guard.answer(1, { verdict: 'pass' });
    })()`);
    expect((await arrival())[0]!.url).toBe('/search?q=words');
    expect(await page.evaluate(() => document.forms.length)).toBe(2);
  });

  it('sends what the guard wrote instead, with files', async () => {
    await page.evaluate(`(() => {
      const file = { name: 'a "b".txt', type: 'text/plain', base64: btoa('content') };
      guard.decide = () => ({ verdict: 'rewrite', body: { kind: 'fields', encoding: 'multipart',
        fields: [{ name: 'q', value: 'line one\\nline two' }, { name: 'doc', file }] } });
      post.enctype = 'multipart/form-data';
      post.submit();
    })()`);
    const [form] = await arrival();
    expect(form!.headers['content-type']).toMatch(/^multipart\/form-data/);
    expect(form!.body.toString()).toContain('name="q"\r\n\r\nline one\r\nline two\r\n');
    expect(form!.body.toString()).toMatch(/name="doc"; filename="a %22b%22.txt"[\s\S]*\r\n\r\ncontent\r\n/);
  });

  it('goes by what a handler set as onsubmit returns', async () => {
    await page.evaluate(`(() => {
      get.onsubmit = () => false;
      get.requestSubmit();
      post.onsubmit = () => true;
      post.requestSubmit();
    })()`);
    expect((await arrival()).map(({ url }) => url)).toEqual(['/form']);
    expect(await page.evaluate('get.onsubmit.toString()')).toBe('() => false');
  });

  it('holds a form inside a shadow tree', async () => {
    await page.evaluate(`(() => {
      guard.decide = ({ body }) => (JSON.stringify(body).includes('secret') ? { verdict: 'refuse', code: 'x' } : { verdict: 'pass' });
      for (const text of ['secret words', 'plain words']) {
        const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
        root.innerHTML = '<form action="/search" target="target"><input name="q"><button></button></form>';
        root.querySelector('input').value = text;
        root.querySelector('button').click();
      }
    })()`);
    expect((await arrival()).map(({ url }) => url)).toEqual(['/search?q=plain+words']);
  });
});

describe('EventSource', () => {
  it('passes events on once the guard let it', async () => {
    const result = await page.evaluate(`(async () => {
      guard.decide = () => null;
      const source = new EventSource('/events?q=text');
      const log = [];
      source.onopen = () => log.push('open');
      source.onmessage = (event) => log.push(event.data, event.target === source);
      const named = new Promise((resolve) =>
        source.addEventListener('named', (event) => resolve([event.data, event.lastEventId])));
      const before = [source.readyState, source.url, source instanceof EventSource];
      guard.answer(1, { verdict: 'pass' });
      const last = await named;
      const after = source.readyState;
      source.close();
      return { before, log, last, after, end: source.readyState };
    })()`);
    expect(result).toEqual({
      before: [0, `${bench.origin}/events?q=text`, true],
      log: ['open', 'plain', true],
      last: ['second', '7'],
      after: 1,
      end: 2,
    });
  });

  it('never opens a refused one, asks about none without text, and hides no native constructor', async () => {
    await refuseAll();
    const result = await page.evaluate(`(async () => {
      const source = new EventSource('/events?q=secret');
      await new Promise((resolve) => (source.onerror = resolve));
      const plain = new EventSource('/events');
      await new Promise((resolve) => (plain.onmessage = resolve));
      plain.close();
      return [source.readyState, EventSource.prototype.constructor === EventSource];
    })()`);
    expect(result).toEqual([2, true]);
    expect(received().map(({ url }) => url)).toEqual(['/events']);
  });
});

describe('transports nobody can judge', () => {
  it('fail with an error that says so', async () => {
    const errors = await page.evaluate(`(async () => {
      const tried = (act) => { try { act(); return 'done'; } catch (error) { return error.name + ' ' + error.message; } };
      const channel = new RTCPeerConnection().createDataChannel('x');
      return [
        tried(() => channel.send('x')),
        tried(() => new WebTransport('https://127.0.0.1:1/')),
      ];
    })()`);
    expect(errors).toEqual([
      expect.stringMatching(/^NotAllowedError .*transport_unsupported/),
      // A page without TLS has no WebTransport at all.
      expect.stringMatching(/^NotAllowedError .*transport_unsupported|^ReferenceError/),
    ]);
  });
});
