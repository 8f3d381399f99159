// The extension's background worker in Chromium: wait for it, wake it, stop it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Worker } from 'playwright-core';

const READY_MS = 30_000;

/** In the worker's own words; the harness is typed for Node. */
declare const chrome: { storage: { managed: { get(): Promise<Record<string, unknown>> } } };

/**
 * The worker of the extension under test, once it runs. With `managed` values: once it can read them too, because they
 * reach a freshly installed extension a moment after its worker has started.
 */
export async function readyWorker(context: BrowserContext, managed: object | undefined): Promise<Worker> {
  const worker = extensionWorkers(context)[0] ?? (await nextWorker(context));
  if (managed === undefined || Object.keys(managed).length === 0) return worker;
  for (const end = Date.now() + READY_MS; ; ) {
    const seen = await worker.evaluate(() => chrome.storage.managed.get());
    if (Object.keys(seen).length > 0) return worker;
    if (Date.now() > end) throw new Error('managed storage stayed empty: does the manifest name a managed_schema?');
    await sleep(50);
  }
}

async function nextWorker(context: BrowserContext): Promise<Worker> {
  try {
    return await context.waitForEvent('serviceworker', { predicate: isExtensionWorker, timeout: READY_MS });
  } catch (cause) {
    throw new Error('the extension was not installed, or its worker did not start', { cause });
  }
}

/** The running worker; starts it when it sleeps. */
export async function wakeWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  if ((await workerTarget(context, extensionId)) === undefined) {
    const page = await context.newPage();
    try {
      await page.goto(`chrome-extension://${extensionId}/manifest.json`);
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${extensionId}/` });
    } finally {
      await page.close();
    }
  }
  return readyWorker(context, undefined);
}

/**
 * Stops the worker by closing its DevTools target, which ends the worker thread with everything in its memory. (The
 * stop button of chrome://serviceworker-internals does nothing while a driver is attached.)
 */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const targetId = await workerTarget(context, extensionId);
  if (targetId === undefined) return;
  const session = await browserSession(context);
  await session.send('Target.closeTarget', { targetId });
  while ((await workerTarget(context, extensionId)) === targetId) await sleep(20);
  await session.detach();
}

async function workerTarget(context: BrowserContext, extensionId: string): Promise<string | undefined> {
  const session = await browserSession(context);
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  await session.detach();
  return targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${extensionId}/`))?.targetId;
}

function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser is not connected');
  return browser.newBrowserCDPSession();
}

const isExtensionWorker = (worker: Worker) => worker.url().startsWith('chrome-extension://');
const extensionWorkers = (context: BrowserContext) => context.serviceWorkers().filter(isExtensionWorker);
