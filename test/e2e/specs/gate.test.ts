/**
 * Ways around the page hook: workers, fresh realms, beacons, forms, bodies the gate cannot see. What counts is what the
 * server received, whatever the page is told. Each way is tried with harmless text as well, so that it is known to work.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrival } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const HARMLESS = 'how do I bake bread';
const PROMPT_PATH = '/backend-api/f/conversation';
/** A request to loopback that was not held has arrived long before. */
const GRACE_MS = 500;

/** JavaScript source of a body that carries the text as a prompt. */
const bodySource = (text: string) =>
  JSON.stringify(
    JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] }),
  );
const post = (body: string, method = 'POST') =>
  `fetch('https://chatgpt.com${PROMPT_PATH}', { method: '${method}', body: ${body} })`;
const xhr = (body: string, isAsync: boolean) =>
  `const call = new XMLHttpRequest(); call.open('POST', 'https://chatgpt.com${PROMPT_PATH}', ${isAsync}); call.send(${body});`;
const inWorker = (source: string) =>
  `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'text/javascript' })));`;
const inFrame = (attribute: string, value: string, call: string) =>
  `const frame = document.createElement('iframe'); frame.setAttribute('${attribute}', '${value}');
   document.body.append(frame); const { fetch } = frame.contentWindow; void ${call}.catch(() => 0);`;

interface Way {
  name: string;
  /** Its numbers in the catalogue. */
  cases: string;
  /** Source of a function body that tries to send the text. */
  source(text: string): string;
  /** What becomes of harmless text: bodies that nobody can read are refused whatever they hold. */
  harmless: 'arrives' | 'refused' | { chromium: 'refused'; firefox: 'arrives' };
}

const HIDDEN_IN_CHROMIUM = { chromium: 'refused', firefox: 'arrives' } as const;

const WAYS: Way[] = [
  ...['PUT', 'PATCH', 'DELETE', 'QUERY'].map(
    (method): Way => ({
      name: `${method} in a worker`,
      cases: '[I29][I55]',
      source: (text) => inWorker(post(bodySource(text), method)),
      harmless: method === 'PUT' ? 'arrives' : HIDDEN_IN_CHROMIUM,
    }),
  ),
  { name: 'a worker', cases: '[I55][B8]', source: (text) => inWorker(post(bodySource(text))), harmless: 'arrives' },
  {
    name: 'a worker with a Blob',
    cases: '[I28][I55]',
    source: (text) => inWorker(post(`new Blob([${bodySource(text)}])`)),
    harmless: HIDDEN_IN_CHROMIUM,
  },
  {
    name: 'XMLHttpRequest in a worker',
    cases: '[I55][B8]',
    source: (text) => inWorker(xhr(bodySource(text), true)),
    harmless: 'arrives',
  },
  {
    name: 'the fetch of a fresh srcdoc frame',
    cases: '[I49][B9]',
    source: (text) => inFrame('srcdoc', '<p></p>', post(bodySource(text))),
    harmless: 'arrives',
  },
  {
    name: 'the fetch of a fresh about:blank frame',
    cases: '[I51]',
    source: (text) => inFrame('name', 'x', post(bodySource(text))),
    harmless: 'arrives',
  },
  {
    name: 'a beacon',
    cases: '[I30][B8]',
    source: (text) => `navigator.sendBeacon('${PROMPT_PATH}', ${bodySource(text)});`,
    harmless: 'arrives',
  },
  {
    name: 'a synchronous XMLHttpRequest',
    cases: '[I31]',
    source: (text) => xhr(bodySource(text), false),
    harmless: 'refused',
  },
  {
    name: 'telemetry',
    cases: '[B22]',
    source: (text) =>
      `void fetch('/ces/v1/t', { method: 'POST', body: JSON.stringify({ value: ${JSON.stringify(`my card number is ${text}`)} }) }).catch(() => 0);`,
    harmless: 'arrives',
  },
  {
    name: 'the address of an image',
    cases: '[I34]',
    source: (text) =>
      `new Image().src = '/pixel.png?text=' + encodeURIComponent(${JSON.stringify(`my card number is ${text}`)});`,
    harmless: 'arrives',
  },
];

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useBrowser(browser);
  let page: DriverPage;
  beforeAll(async () => {
    // The first page after an install waits for the admin's settings; the tests are not about that.
    await (await world.driver.open('https://chatgpt.com/')).evaluate(`${post(bodySource(HARMLESS))}.then(() => 0)`);
  });
  beforeEach(async () => {
    page = await world.driver.open('https://chatgpt.com/');
    world.server.clear();
  });
  afterEach(() => page?.close());

  const attempt = ({ source }: Way, text: string) => page.evaluate(`(() => { try { ${source(text)} } catch {} })()`);

  it.each(['https://chatgpt.com/?q=', 'https://chatgpt.com/?prompt=', 'https://claude.ai/new?q='])(
    '[I21] an address that carries a card is not opened: %s',
    async (address) => {
      const prompt = encodeURIComponent(`check my card number ${CARD}`);
      const opened = world.driver.open(address + prompt).then((tab) => tab.close());
      await Promise.race([opened.catch(() => undefined), sleep(5_000)]);
      expect(world.server.sinkContains(CARD)).toEqual([]);
    },
  );

  it.each([
    ['DELETE without a body', `fetch('/backend-api/conversation/c1', { method: 'DELETE' })`],
    ['PATCH of a setting', `fetch('/backend-api/settings', { method: 'PATCH', body: '{"theme":"dark"}' })`],
    [
      'DELETE by XMLHttpRequest',
      `new Promise((ok, no) => { const call = new XMLHttpRequest(); call.open('DELETE', '/backend-api/conversation/c1'); call.onload = ok; call.onerror = no; call.send(); })`,
    ],
    ['a harmless Blob', `fetch('/ces/v1/blob', { method: 'POST', body: new Blob(['{"event":"click"}']) })`],
    [
      'a harmless form with a file',
      `(() => { const form = new FormData(); form.append('data', '{}'); form.append('file', new File(['hello'], 'hello.txt')); return fetch('/ces/v1/form', { method: 'POST', body: form }); })()`,
    ],
  ])('[I29] %s, which the gate cannot see into, passes because the hook has read it', async (_, call) => {
    expect(await page.evaluate(`${call}.then(() => 'sent', () => 'refused')`)).toBe('sent');
    const path = /'(\/(?:backend-api|ces)\/[^']+)'/.exec(call)![1];
    expect(world.server.requests(path).length).toBeGreaterThan(0);
  });

  it('an address with a harmless prompt opens', async () => {
    const tab = await world.driver.open(`https://chatgpt.com/?q=${encodeURIComponent(HARMLESS)}`);
    await tab.close();
    expect(world.server.sinkContains(HARMLESS).length).toBeGreaterThan(0);
  });

  describe.each(WAYS)('$name', (way) => {
    const outcome = typeof way.harmless === 'string' ? way.harmless : way.harmless[browser];
    /** Harmless text has arrived, or has had the time. */
    const harmless = async (text: string) => {
      await attempt(way, text);
      if (outcome === 'arrives') await arrival('harmless text', () => world.server.sinkContains(text));
      else await sleep(GRACE_MS);
    };

    it(`${way.cases} does not carry a card out`, async () => {
      await attempt(way, `${CARD}, my card number`);
      await harmless('a word after it');
      expect([...world.server.sinkContains(CARD), ...world.server.sinkContains(CARD.replaceAll(' ', ''))]).toEqual([]);
    });

    it(`${way.cases} with harmless text ${outcome === 'arrives' ? 'arrives' : 'is refused too'}`, async () => {
      await harmless(HARMLESS);
      expect(world.server.sinkContains(HARMLESS).length > 0 ? 'arrives' : 'refused').toBe(outcome);
    });
  });
});
