// The extension's background worker in Chromium: wait for it, wake it, stop it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';

/** Of a machine that has other things to do as well. */
const READY_MS = 90_000;
const ENDED_MS = 60_000;

/** In the worker's own words; the harness is typed for Node. */
declare const chrome: { storage: { managed: { get(): Promise<Record<string, unknown>> } } };

/**
 * Waits until the extension's worker runs. In a profile that has the extension already (`isKnown`) nothing may have woken
 * the worker yet, so it is started.
 */
export async function readyWorker(context: BrowserContext, extensionId: string, isKnown: boolean): Promise<Worker> {
  if (isKnown) return wakeWorker(context, extensionId);
  const belongs = (worker: Worker) => worker.url().startsWith(originOf(extensionId));
  const running = context.serviceWorkers().find(belongs);
  if (running) return running;
  try {
    return await context.waitForEvent('serviceworker', { predicate: belongs, timeout: READY_MS });
  } catch (cause) {
    throw new Error('the extension was not installed, or its worker did not start', { cause });
  }
}

/**
 * Waits until the worker can read managed values. Chromium on Linux does not read policy files again within five seconds
 * of its start, so they reach a new extension up to that long after its worker has started.
 */
export async function managedArrived(worker: Worker): Promise<void> {
  for (const end = Date.now() + READY_MS; ; await sleep(50)) {
    const seen = await worker.evaluate(() => chrome.storage.managed.get());
    if (Object.keys(seen).length > 0) return;
    if (Date.now() > end) throw new Error('managed storage stayed empty: does the manifest name a managed_schema?');
  }
}

/** The running worker; starts it when it sleeps. */
export async function wakeWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  for (const end = Date.now() + READY_MS; ; await sleep(50)) {
    if ((await workerTarget(context, extensionId)) === undefined) await startWorker(context, extensionId);
    const worker = context.serviceWorkers().find((each) => each.url().startsWith(originOf(extensionId)));
    if (worker) return worker;
    if (Date.now() > end) throw new Error('the extension is not there, or its worker does not start');
  }
}

/** Starts a sleeping worker from a page of the extension; does nothing while the extension is not installed yet. */
async function startWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  try {
    const isInstalled = await page.goto(`${originOf(extensionId)}manifest.json`).catch(() => null);
    if (!isInstalled) return;
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: originOf(extensionId) });
  } finally {
    await page.close();
  }
}

/**
 * Ends the worker by closing its DevTools target, at once and with everything in its memory, whatever it is doing. Resolves
 * when it has ended; the next event, also one that came meanwhile, starts a new one under the same target.
 */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const targetId = await workerTarget(context, extensionId);
  if (targetId === undefined) return;
  // Any page shows the workers of the whole profile.
  const page = context.pages()[0] ?? (await context.newPage());
  const watching = await context.newCDPSession(page);
  const browser = await browserSession(context);
  const ended = Promise.withResolvers<void>();
  watching.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const own = versions.filter(({ scriptURL }) => scriptURL.startsWith(originOf(extensionId)));
    if (own.some(({ runningStatus }) => runningStatus === 'stopped')) ended.resolve();
  });
  const limit = setTimeout(() => ended.reject(new Error('the worker does not end')), ENDED_MS);
  try {
    await watching.send('ServiceWorker.enable');
    await browser.send('Target.closeTarget', { targetId });
    await ended.promise;
  } finally {
    clearTimeout(limit);
    await watching.detach();
    await browser.detach();
  }
}

async function workerTarget(context: BrowserContext, extensionId: string): Promise<string | undefined> {
  const session = await browserSession(context);
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  await session.detach();
  return targetInfos.find(({ url }) => url.startsWith(originOf(extensionId)))?.targetId;
}

function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser is not connected');
  return browser.newBrowserCDPSession();
}

const originOf = (extensionId: string) => `chrome-extension://${extensionId}/`;
