/**
 * The blocking listeners, with its three measured traps closed: a listener that throws or rejects lets the request pass,
 * and so does a verdict that stays pending until the background is stopped. Here every one of these cancels.
 */
import { browser } from 'wxt/browser';
import type { RequestDetails } from '../gate/captured.ts';
import type { RequestHeader } from '../gate/header-text.ts';

/** Far below the 30 s after which Chromium stops a worker and lets a pending request go. */
const VERDICT_LIMIT_MS = 10_000;

export type GateMode = 'blocking' | 'observing';
export type GateDetails = RequestDetails & { requestId: string };
export type Judge = (details: GateDetails) => boolean | Promise<boolean>;

/**
 * Every request of pages: which hosts are governed is known at run time only. `*` covers no socket scheme in Chromium.
 * No types are left out: whatever a browser adds (pings, reports, sessions) is judged.
 */
export const EVERY_REQUEST = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/**
 * Register the gate. Must be called synchronously at start-up, or sleeping workers are not woken for it.
 * @param judge true when the request may leave; a plain `true` lets it go without a further turn
 * @returns `observing` where the browser grants no blocking (Chromium without policy install): judged, not held
 */
export function installGate(urls: string[], judge: Judge): GateMode {
  return listen(browser.webRequest.onBeforeRequest, urls, judge, ['requestBody']);
}

export type HeaderDetails = GateDetails & { requestHeaders?: RequestHeader[] };

/** The same for headers, which a request has only later. Chromium shows cookies and the referrer on demand only. */
export function installHeaderGate(urls: string[], judge: (details: HeaderDetails) => ReturnType<Judge>): GateMode {
  const { onBeforeSendHeaders } = browser.webRequest;
  const options = (browser.webRequest as { OnBeforeSendHeadersOptions?: object }).OnBeforeSendHeadersOptions ?? {};
  const extra = 'EXTRA_HEADERS' in options ? ['requestHeaders', 'extraHeaders'] : ['requestHeaders'];
  return listen(onBeforeSendHeaders, urls, judge as Judge, extra);
}

interface RequestEvent {
  addListener(listener: never, filter: { urls: string[] }, options: never): void;
  hasListener(listener: never): boolean;
}

function listen(event: unknown, urls: string[], judge: Judge, options: string[]): GateMode {
  // The typings know no promise as an answer; both browsers hold the request for one (measured).
  const requests = event as RequestEvent;
  const listener = ((details: unknown) => {
    try {
      const judged = judge(details as GateDetails);
      return judged === true ? undefined : verdict(Promise.resolve(judged));
    } catch {
      return { cancel: true };
    }
  }) as never;
  try {
    requests.addListener(listener, { urls }, ['blocking', ...options] as never);
    // Chromium only logs the missing permission: ask whether the listener is really there.
    if (requests.hasListener(listener)) return 'blocking';
  } catch {
    // Falls through to observing.
  }
  requests.addListener(listener, { urls }, options as never);
  return 'observing';
}

async function verdict(judged: Promise<boolean>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), VERDICT_LIMIT_MS);
  });
  try {
    return { cancel: !(await Promise.race([judged, late])) };
  } catch {
    return { cancel: true };
  } finally {
    clearTimeout(timer);
  }
}
