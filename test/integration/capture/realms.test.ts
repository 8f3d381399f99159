import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './harness.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.reset());

/** Ways to a window no content script has run in; here no frame but the top one has any. */
const WAYS: [name: string, makeWindow: string][] = [
  [
    'srcdoc',
    `frame = document.createElement('iframe'), frame.srcdoc = '', document.body.append(frame), frame.contentWindow`,
  ],
  [
    'a javascript: address',
    `frame = document.createElement('iframe'), frame.src = 'javascript:void 0', document.body.append(frame), frame.contentWindow`,
  ],
  [
    'a blank frame, by its document',
    `frame = document.createElement('iframe'), document.body.append(frame), frame.contentDocument.defaultView`,
  ],
  [
    'a blank frame inside a blank frame',
    `frame = document.createElement('iframe'), document.body.append(frame),
     inner = frame.contentDocument.createElement('iframe'), frame.contentDocument.body.append(inner), inner.contentWindow`,
  ],
  ['a popup', `window.open('about:blank')`],
  ['a popup of the document', `document.open('about:blank', 'x', 'width=100')`],
  ['an index', `document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc=""></iframe>'), window[0]`],
  ['a name', `document.body.innerHTML = '<iframe name="named" srcdoc=""></iframe>', window.named`],
  [
    'an index, after the frame was taken out and put back',
    `document.body.innerHTML = '<iframe srcdoc=""></iframe>', frame = document.body.firstChild, frame.remove(),
     document.body.prepend(frame), window.frames[0]`,
  ],
  [
    'an index of a frame, filled by a method of the page',
    `document.body.innerHTML = '<iframe srcdoc=""></iframe>', inner = window[0].document.createElement('iframe'),
     inner.srcdoc = '', Node.prototype.appendChild.call(window[0].document.body, inner), window[0][0]`,
  ],
  [
    'an index, placed by a range',
    `frame = document.createElement('iframe'), frame.srcdoc = '', inner = document.createRange(),
     inner.setStart(document.body, 0), inner.insertNode(frame), window[0]`,
  ],
  [
    'an index, written into the document',
    `document.open(), document.write('<iframe srcdoc=""></iframe>'), document.close(), window[0]`,
  ],
];

describe('windows fresh from the page', () => {
  it.each(WAYS)('are hooked before the page has them: %s', async (_, makeWindow) => {
    const page = await bench.open();
    bench.reset();
    const asked = await page.evaluate(`(async () => {
      let frame, inner;
      guard.decide = () => ({ verdict: 'refuse', code: 'x' });
      const fresh = (${makeWindow});
      const url = location.origin + '/sink';
      await fresh.fetch(url, { method: 'POST', body: 'a' }).catch(() => 0);
      const xhr = new fresh.XMLHttpRequest();
      xhr.open('POST', url);
      await new Promise((resolve) => { xhr.onerror = resolve; xhr.send('b'); });
      fresh.navigator.sendBeacon(url, 'c');
      return guard.asks.map(({ transport }) => transport);
    })()`);
    expect(asked).toEqual(['fetch', 'xhr', 'beacon']);
    await page.evaluate(`fetch('/done')`);
    expect(bench.arrivals.map(({ url }) => url).filter((url) => url !== '/favicon.ico')).toEqual(['/done']);
    await page.context().close();
  });

  it('that live on under a document with a hook of its own are not asked about twice', async () => {
    const page = await bench.open(`<iframe src="/page" id="own"></iframe>`);
    await page.waitForFunction(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#own')!;
      return frame.contentDocument?.readyState === 'complete' && 'guard' in frame.contentWindow!;
    });
    bench.reset();
    const asked = await page.evaluate(async () => {
      const inner = document.querySelector<HTMLIFrameElement>('#own')!.contentWindow as Window & typeof globalThis;
      await inner.fetch('/sink', { method: 'POST', body: 'x' });
      return [window.guard.asks.length, inner.guard.asks.length];
    });
    // By the hook that was there first: the one the page could not reach.
    expect(asked).toEqual([1, 0]);
    await page.close();
  });
});
