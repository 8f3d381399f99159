/**
 * Life besides prompts: two hundred calls of each app's page that must pass untouched and unasked. What counts is that
 * the server received every one of them, as it was sent.
 */
import { describe, expect, it } from 'vitest';
import { JOURNEYS } from '../../fixtures/server/journeys.ts';
import { type Account, type OrdinaryCall, ordinaryRound } from '../../fixtures/server/ordinary-traffic.ts';
import type { SinkEntry } from '../../fixtures/server/sink.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import { useBrowser } from '../use-browser.ts';

const ACCOUNT: Account = { id: 'user-4Zt1', name: 'Robin Vale', email: 'robin.vale@northwind.example' };
const ROUNDS = 7;
const APPS_COUNT = 12;
/** One journey per app: an app with two wires has one page. */
const APPS = [...new Map(JOURNEYS.map((journey) => [journey.app, journey])).values()].slice(0, APPS_COUNT);

/** Makes the calls in the page, a few at a time as pages do; resolves to the names of those that failed there. */
const MAKE_CALLS = `async (calls) => {
  const bytes = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const make = {
    fetch: ({ method, path, type, body }) => fetch(path, { method, body, headers: type ? { 'content-type': type } : {} }),
    bytes: ({ method, path, type, body }) => fetch(path, { method, body: bytes(body), headers: { 'content-type': type } }),
    blob: ({ method, path, type, body }) => fetch(path, { method, body: new Blob([bytes(body)], { type }) }),
    form: ({ method, path, body }) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(JSON.parse(body))) form.append(name, value);
      form.append('picture', new File(['not much of a picture'], 'me.txt', { type: 'text/plain' }));
      return fetch(path, { method, body: form });
    },
    beacon: ({ path, body }) => navigator.sendBeacon(path, body) ? 0 : Promise.reject(new Error('not queued')),
    xhr: ({ method, path, type, body }) => new Promise((resolve, reject) => {
      const call = new XMLHttpRequest();
      call.open(method, path);
      call.setRequestHeader('content-type', type);
      call.onload = resolve;
      call.onerror = () => reject(new Error('xhr'));
      call.send(body);
    }),
  };
  const failed = [];
  for (let at = 0; at < calls.length; at += 8) {
    await Promise.all(calls.slice(at, at + 8).map(async (call) => {
      try { await make[call.via](call); } catch (error) { failed.push(call.name + ': ' + error); }
    }));
  }
  return failed;
}`;

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useBrowser(browser);

  it.each(APPS)('two hundred ordinary calls of $name pass untouched and unasked', async ({ url, editor }) => {
    const calls = Array.from({ length: ROUNDS }, (_, round) => ordinaryRound(ACCOUNT, round)).flat();
    expect(calls.length).toBeGreaterThanOrEqual(200);
    const page = await world.driver.open(url);
    await page.waitFor(editor);
    // Whoever is signed in has written something before.
    await page.type(editor, 'How do I cook rice');
    world.server.clear();
    expect(await page.evaluate(`(${MAKE_CALLS})(${JSON.stringify(calls)})`)).toEqual([]);
    const addressed = calls.map((call) => ({ ...call, url: new URL(call.path, url).href }));
    const missing = () => addressed.filter((call) => !world.server.requests().some((entry) => isOf(call, entry)));
    await expect.poll(() => missing().map(({ name }) => name), { timeout: PATIENCE_MS }).toEqual([]);
    expect(await page.dialogText()).toBeNull();
    await page.close();
  });
});

/** The call as the server received it: same address, method and, where the test knows them, bytes. */
function isOf({ url, method, via, body }: OrdinaryCall & { url: string }, entry: SinkEntry): boolean {
  if (entry.url !== url || entry.method !== method) return false;
  if (via === 'form') return true;
  const sent = Buffer.from(body ?? '', via === 'bytes' || via === 'blob' ? 'base64' : 'utf8');
  return entry.body.equals(sent);
}
