/**
 * Realms no hook reaches: dedicated, shared and service workers, and the sockets they would open. What counts is what
 * the server received. Each way has a harmless twin, or says why it can have none.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrival } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useWorkerScripts } from '../worker-scripts.ts';

const CARD = '4111 1111 1111 1111';
const GUILTY = `please check my card number ${CARD}`;
const SOCKET = 'wss://ws.chatgpt.com/p9/ws?ticket=5f0c';

const promptBody = (text: string) =>
  JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] });
const SEND = `const send = (body) => fetch('https://chatgpt.com/backend-api/f/conversation', { method: 'POST', body });`;
const OPEN = `const open = (url, frame) => {
  try {
    const socket = new WebSocket(url);
    socket.onopen = () => { socket.send(frame); report('open'); };
    socket.onclose = () => report('closed');
    // Chromium tells a worker nothing about a socket that its policy forbids.
    setTimeout(() => socket.readyState !== 1 && report('closed'), 6_000);
  } catch { report('closed'); }
};`;

/** A shared worker made of text alone. */
const TEXT_WORKER = `let report; ${OPEN} onconnect = (event) => { report = (what) => event.ports[0].postMessage(what); open('${SOCKET}', 'x'); };`;

/** Scripts the stand-in serves besides its own. A service worker that keeps what it was given and sends it at will. */
const SCRIPTS: Record<string, string> = {
  '/shared.js': `${SEND} let port; const report = (what) => port.postMessage(what); ${OPEN}
    onconnect = (event) => {
      port = event.ports[0];
      port.onmessage = ({ data }) =>
        data.url ? open(data.url, data.frame) : send(data.body).then(() => report('sent'), () => report('refused'));
    };`,
  '/sw.js': `${SEND} let report; ${OPEN}
    self.addEventListener('install', () => self.skipWaiting());
    self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    const kept = async () => (await (await caches.open('kept')).match('/kept'))?.text();
    self.addEventListener('message', (event) => {
      const { keep, body, url, frame } = event.data;
      report = (what) => event.source.postMessage(what);
      if (url) return open(url, frame);
      event.waitUntil(keep
        ? caches.open('kept').then((cache) => cache.put('/kept', new Response(keep))).then(() => report('kept'))
        : send(body).then(() => report('sent'), () => report('refused')));
    });
    self.addEventListener('fetch', (event) => {
      if (new URL(event.request.url).pathname !== '/replay') return;
      event.respondWith(kept().then((body) => send(body)).then(() => new Response('sent'), () => new Response('refused')));
    });`,
};

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  const world = useWorkerScripts(browser, SCRIPTS);
  beforeEach(async () => {
    page = await world.driver.open('https://chatgpt.com/');
    world.server.clear();
  });
  afterEach(() => page?.close());

  const prompts = () => world.server.requests('/backend-api/f/conversation').map(({ body }) => body.toString('utf8'));
  const sockets = () => world.server.requests().filter(({ url }) => url.startsWith('wss://ws.chatgpt.com/p9/'));
  /** Result of a promise in the page that is given `done`. */
  const until = (source: string) => page.evaluate<string>(`new Promise((done) => { ${source} })`);
  const shared = (message: object) =>
    until(`const { port } = (globalThis.shared ??= new SharedWorker('/shared.js')); port.onmessage = ({ data }) => done(data);
      port.postMessage(${JSON.stringify(message)});`);
  const service = (message: object) =>
    until(`navigator.serviceWorker.register('/sw.js');
      navigator.serviceWorker.ready.then(({ active }) => {
        navigator.serviceWorker.onmessage = ({ data }) => done(data);
        active.postMessage(${JSON.stringify(message)});
      });`);

  it('[I32] a socket of the page opens, and its frames are held', async () => {
    const opened = await until(
      `const socket = new WebSocket('${SOCKET}'); globalThis.socket = socket;
       socket.onopen = () => done(String(socket.readyState)); socket.onclose = () => done('closed');`,
    );
    expect(opened).toBe('1');
    const send = (text: string) => page.evaluate(`socket.send(${JSON.stringify(JSON.stringify({ text }))})`);
    await send(GUILTY);
    await send('harmless frame');
    const frames = () => world.server.requests().filter(({ kind }) => kind === 'frame');
    await arrival('harmless frame', frames);
    expect(frames().map(({ body }) => JSON.parse(body.toString()).text)).toEqual(['harmless frame']);
    expect(world.server.sinkContains(CARD)).toEqual([]);
  });

  // There is no harmless twin: nobody would see what goes over such a socket.
  it('[I32][I55][B8] no worker opens a socket, however it is made', async () => {
    const dedicated = `${SEND} const report = postMessage; ${OPEN} open('${SOCKET}', ${JSON.stringify(GUILTY)})`;
    const worker = until(
      `const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(dedicated)}]))); worker.onmessage = ({ data }) => done(data);`,
    );
    const outcomes = await Promise.all([
      worker,
      shared({ url: SOCKET, frame: GUILTY }),
      service({ url: SOCKET, frame: GUILTY }),
      until(
        `try { const { port } = new SharedWorker('data:text/javascript,' + encodeURIComponent(${JSON.stringify(TEXT_WORKER)}));
           port.onmessage = ({ data }) => done(data); } catch { done('closed'); }`,
      ),
    ]);
    expect(outcomes).toEqual(['closed', 'closed', 'closed', 'closed']);
    expect(sockets()).toEqual([]);
  });

  it('[I55][B8] a shared worker sends what is harmless, and no card', async () => {
    expect(await shared({ body: promptBody(GUILTY) })).toBe('refused');
    expect(await shared({ body: promptBody('how do I bake bread') })).toBe('sent');
    expect(prompts()).toEqual([promptBody('how do I bake bread')]);
  });

  it('[I55][I56][B8] a service worker sends what is harmless, and no card', async () => {
    expect(await service({ body: promptBody(GUILTY) })).toBe('refused');
    expect(await service({ body: promptBody('how do I bake bread') })).toBe('sent');
    expect(prompts()).toEqual([promptBody('how do I bake bread')]);
  });

  it('[I56] a service worker that replays a kept body after a reload sends no card', async () => {
    for (const [text, outcome] of [
      [GUILTY, 'refused'],
      ['how do I bake bread', 'sent'],
    ] as const) {
      expect(await service({ keep: promptBody(text) })).toBe('kept');
      await page.goto('https://chatgpt.com/c/after-reload');
      expect(await until(`fetch('/replay').then((answer) => answer.text()).then(done, () => done('failed'))`)).toBe(
        outcome,
      );
    }
    expect(prompts()).toEqual([promptBody('how do I bake bread')]);
    expect(world.server.sinkContains(CARD)).toEqual([]);
  });
});
