/**
 * A background that is ended while it judges what workers of a page send: dedicated, shared and service workers, which
 * no hook holds. The browser lets what it was asked about go on; the next question about it must end it.
 *
 * Chromium now and then asks that question of a background that is still ending (SECURITY.md has the figures): what is
 * shown here is the rule, and a run in which that happened is repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { poll } from '../drivers/poll.ts';
import { useWorkerScripts } from '../worker-scripts.ts';

const CARD = '4111 1111 1111 1111';
const PROMPT = '/backend-api/f/conversation';
const SENDS = 40;
const KILLS = 4;

/** Scripts the stand-in serves besides its own. */
const SEND = `const send = (text, answer) => fetch('https://chatgpt.com${PROMPT}', { method: 'POST',
  body: JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] }) })
  .then(() => answer('sent'), () => answer('refused'));`;
const SCRIPTS: Record<string, string> = {
  '/dedicated.js': `${SEND} onmessage = ({ data }) => send(data, postMessage);`,
  '/shared.js': `${SEND} onconnect = ({ ports: [port] }) => {
    port.onmessage = ({ data }) => send(data, (outcome) => port.postMessage(outcome));
  };`,
  '/sw.js': `${SEND}
    self.addEventListener('install', () => self.skipWaiting());
    self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    self.addEventListener('message', (event) =>
      event.waitUntil(send(event.data, (outcome) => event.source.postMessage(outcome))));`,
};

/** Source of a promise of the worker and of what its answers arrive at. */
const WORKERS = {
  'a dedicated worker': `(async () => { const worker = new Worker('/dedicated.js'); return [worker, worker]; })()`,
  'a shared worker': `(async () => { const { port } = new SharedWorker('/shared.js'); port.start(); return [port, port]; })()`,
  'a service worker': `(async () => {
    await navigator.serviceWorker.register('/sw.js');
    return [(await navigator.serviceWorker.ready).active, navigator.serviceWorker];
  })()`,
};

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useWorkerScripts(browser, SCRIPTS);
  let page: DriverPage;
  beforeAll(async () => {
    page = await world.driver.open('https://chatgpt.com/');
  });

  const outcomes = () => page.evaluate<string[]>('outcomes');
  /** Sends spread over 200 ms, so that some are judged at any moment in between. */
  const sendMany = (text: string, count: number) =>
    page.evaluate(`outcomes.length = 0; for (let at = 0; at < ${count}; at++)
      setTimeout(() => worker.postMessage(${JSON.stringify(text)} + ' for number ' + at), at * 5); 0`);

  it.each(Object.entries(WORKERS))(
    '[I55][I56][I66][B14] %s sends no card while the background is ended again and again, and in the end what is harmless',
    browser === 'chromium' ? { retry: 2 } : {},
    async (_, source) => {
      await page.evaluate(`${source}.then(([worker, answers]) => {
        globalThis.worker = worker;
        globalThis.outcomes = [];
        answers.onmessage = ({ data }) => outcomes.push(data);
        return 0;
      })`);
      world.server.clear();
      for (let round = 0; round < KILLS; round++) {
        await sendMany(`please check my card number ${CARD}`, SENDS);
        await sleep(20 + round * 50);
        await world.driver.killExtensionWorker();
        await poll('answer to every send', PATIENCE_MS, async () => (await outcomes()).length === SENDS);
        expect(new Set(await outcomes())).toEqual(new Set(['refused']));
      }
      expect(world.server.sinkContains(CARD)).toEqual([]);
      expect(world.server.requests(PROMPT)).toEqual([]);
      await sendMany('how do I bake bread', 5);
      await poll('answer to every harmless send', PATIENCE_MS, async () => (await outcomes()).length === 5);
      expect(await outcomes()).toEqual(Array(5).fill('sent'));
      expect(world.server.requests(PROMPT)).toHaveLength(5);
    },
  );
});
