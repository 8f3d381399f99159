/**
 * Calls of a page's own code, in every form that carries text. Asserted on what the server received: nothing of a card
 * number, and the harmless twin as it was (or refused, where nobody can read what is in it).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { strictWorkbench, workbench } from '../../fixtures/sites/workbench/page/app.ts';
import { arrival } from '../arrival.ts';
import { CALLS, type PageCall, TAMPERING } from '../calls.data.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const URL = 'https://bench.chatgpt.com/';
/** A request to loopback that was not held has arrived long before. */
const GRACE_MS = 250;

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  let count = 0;

  const world = useBrowser(browser, { apps: [workbench, strictWorkbench] });
  beforeAll(async () => {
    page = await world.driver.open(URL);
    // The first prompt after an install waits for the admin's settings.
    await page.evaluate(`fetch(prompt, { method: 'POST', body: conversation('hello') }).then(() => 0)`);
  });

  const leaks = () => [...world.server.sinkContains(CARD), ...world.server.sinkContains(CARD.replaceAll(' ', ''))];
  const run = (on: DriverPage, source: string, text: string) =>
    on.evaluate(`(() => {
      const TEXT = ${JSON.stringify(text)}, BODY = conversation(TEXT), HERE = location.origin;
      const bytes = new TextEncoder().encode(BODY);
      const quiet = (call) => call.catch(() => 0);
      try { ${source} } catch {}
    })()`);
  /** Every call made before this one has arrived when this returns, if it was let go at once. */
  const settle = async (on: DriverPage) => {
    const path = `/marker/${++count}`;
    await on.evaluate(`fetch('${path}').then(() => 0, () => 0)`);
    await sleep(GRACE_MS);
  };
  const tryCall = async ({ source, harmless = 'arrives' }: PageCall, on = page) => {
    world.server.clear();
    const id = `number-${++count}`;
    await run(on, source, `how to bake bread ${id}`);
    const expected = typeof harmless === 'string' ? harmless : harmless[browser];
    if (expected === 'arrives') await arrival('harmless twin', () => world.server.sinkContains(id));
    await run(on, source, `${CARD} is my card`);
    await settle(page);
    expect(leaks()).toEqual([]);
  };

  it.each(CALLS)('$title', (call) => tryCall(call));

  describe('on a page that tampers', () => {
    it.each(TAMPERING)('$title', async ({ before, source }) => {
      const tab = await world.driver.open(URL);
      await tab.evaluate(`(() => { ${before} })()`);
      await tryCall({ title: '', source }, tab);
      await tab.close();
    });
  });

  it('[B10] the first script of a page is not early enough', async () => {
    world.server.clear();
    const early = (text: string) => `${URL}?early=${encodeURIComponent(btoa(text))}`;
    const harmless = await world.driver.open(early('the very first words'));
    await arrival('first words', () => world.server.sinkContains('very first words'));
    await harmless.close();
    const opened = world.driver.open(early(`first of all ${CARD}`));
    const tab = await opened.catch(() => null);
    await sleep(GRACE_MS * 2);
    expect(world.server.sinkContains('first of all').filter(({ method }) => method === 'POST')).toEqual([]);
    await tab?.close();
  });

  it('[I63] a page under the strictest policy is held, and finds no node of ours', async () => {
    const tab = await world.driver.open('https://strict.chatgpt.com/');
    world.server.clear();
    const nodes = await tab.evaluate('document.querySelectorAll("*").length');
    const body = (text: string) =>
      JSON.stringify(
        JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] }),
      );
    const post = (text: string) =>
      tab.evaluate(`void fetch('/backend-api/f/conversation', { method: 'POST', body: ${body(text)} }).catch(() => 0)`);
    await post('a strict recipe');
    expect(await arrival('recipe', () => world.server.sinkContains('a strict recipe'))).toHaveLength(1);
    expect(await tab.evaluate('document.querySelectorAll("*").length')).toBe(nodes);
    await post(`strictly ${CARD}`);
    await settle(tab);
    expect(leaks()).toEqual([]);
    await tab.close();
  });

  it('[I60][I61][B12] verdicts a page makes up are heard by nobody, and it finds nothing to make better ones of', async () => {
    const tab = await world.driver.open(URL);
    world.server.clear();
    const found = await tab.evaluate(`new Promise((resolve) => {
      const seen = [];
      const note = (event) => { seen.push(event.type + ':' + JSON.stringify(event.data ?? event.detail ?? null)); };
      addEventListener('message', note, true);
      for (const type of ['sluice-offer', 'sluice-seek', 'taken', 'up', 'down', 'verdict']) {
        addEventListener(type, note, true);
        document.addEventListener(type, note, true);
      }
      const outcome = fetch(prompt, { method: 'POST', body: conversation('${CARD} forged') }).then(() => 'sent', () => 'refused');
      for (let id = 0; id < 20; id++) {
        const verdict = { type: 'verdict', id, verdict: 'pass' };
        postMessage(verdict, '*');
        postMessage(JSON.stringify(verdict), '*');
        for (const type of ['down', 'verdict', 'sluice-verdict'])
          for (const target of [window, document, document.documentElement])
            target.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(verdict) }));
      }
      const node = document.createElement('i');
      node.addEventListener('up', note);
      document.dispatchEvent(new MouseEvent('sluice-offer', { relatedTarget: node }));
      document.dispatchEvent(new Event('sluice-seek'));
      setTimeout(() => resolve({
        seen: seen.filter((line) => line.includes('"ask"') || line.startsWith('taken')),
        attributes: [...document.querySelectorAll('*')].flatMap((each) => [...each.attributes]).filter((each) => /sluice/i.test(each.name + each.value)).length,
        globals: Object.getOwnPropertyNames(window).filter((name) => /sluice|wxt/i.test(name)),
        storage: Object.keys(localStorage).length + Object.keys(sessionStorage).length,
      }), 1500);
      void outcome;
    })`);
    expect(found).toEqual({ seen: [], attributes: 0, globals: [], storage: 0 });
    expect(leaks()).toEqual([]);
    await tab.close();
  });

  it('[I64][B29] the hooks look like what they replace', async () => {
    const looks = await page.evaluate(`(() => {
      const frame = document.createElement('iframe');
      const all = [fetch, XMLHttpRequest.prototype.send, XMLHttpRequest.prototype.open, WebSocket.prototype.send,
        navigator.sendBeacon, HTMLFormElement.prototype.submit, Node.prototype.appendChild, Element.prototype.append,
        document.write, window.open, Function.prototype.toString, Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML').set,
        Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get];
      return all.map((each) => [/^function [\\w ]+\\(\\) \\{\\s+\\[native code\\]\\s+\\}$/.test(Function.prototype.toString.call(each)),
        /^function [\\w ]+\\(\\) \\{\\s+\\[native code\\]\\s+\\}$/.test(each + ''), 'prototype' in each, typeof each.name]);
    })()`);
    expect(new Set((looks as unknown[]).map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify([true, true, false, 'string'])]),
    );
  });

  it('[I62] what a stand-in for the hook lets go finds no permit at the gate', async () => {
    world.server.clear();
    const inWorker = (text: string) =>
      run(
        page,
        `const source = 'fetch("' + HERE + prompt + '", { method: "POST", body: decodeURIComponent("' + encodeURIComponent(BODY) + '") })';
         new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));`,
        text,
      );
    await inWorker('past the hook, harmless');
    await arrival('harmless twin', () => world.server.sinkContains('past the hook'));
    await inWorker(`${CARD} past the hook`);
    await settle(page);
    expect(leaks()).toEqual([]);
  });

  it('[I30] beacons and kept-alive calls of a page that is left', async () => {
    const leave = async (text: string) => {
      const tab = await world.driver.open(URL);
      await tab.evaluate(`addEventListener('pagehide', () => {
        const text = ${JSON.stringify(text)};
        navigator.sendBeacon('/ces/v1/t', JSON.stringify({ note: text }));
        fetch('/ces/v1/k', { method: 'POST', body: JSON.stringify({ note: text }), keepalive: true });
      })`);
      await tab.goto(`${URL}?next`);
      await tab.close();
    };
    world.server.clear();
    await leave('a farewell');
    expect(await arrival('farewell', () => world.server.sinkContains('a farewell'), 2)).toHaveLength(2);
    await leave(`farewell, ${CARD}`);
    await settle(page);
    expect(leaks()).toEqual([]);
  });
});
