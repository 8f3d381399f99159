/** Listeners that only watch. */
import { browser } from 'wxt/browser';
import type { SeenRequest } from '../coverage/account.ts';
import type { SeenAnswer } from '../coverage/discovery.ts';

/** Heads of the answers to what pages fetch, on every site. */
export function watchAnswers(answered: (answer: SeenAnswer) => void): void {
  browser.webRequest.onHeadersReceived.addListener(
    (details) => void answered(details as SeenAnswer),
    { urls: ['http://*/*', 'https://*/*'], types: ['xmlhttprequest'] },
    ['responseHeaders'],
  );
}

/** Headers of the requests to these addresses. */
export function watchHeaders(urls: string[], seen: (tab: number, request: SeenRequest) => void): void {
  browser.webRequest.onBeforeSendHeaders.addListener(
    (details) => void seen(details.tabId, details as SeenRequest),
    { urls },
    ['requestHeaders'],
  );
}
