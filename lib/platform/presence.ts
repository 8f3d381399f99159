/** Is a guard at work in a tab? Asked of the tab itself, because an orphaned guard answers nobody. */
import { browser } from 'wxt/browser';
import type { HookState } from '../coverage/level.ts';

const QUESTION = 'guard.present';

/** For guards: answer the question below. */
export function answerPresence(): void {
  browser.runtime.onMessage.addListener((message: unknown, _: unknown, respond: (answer: unknown) => void) => {
    if (message === QUESTION) respond(true);
  });
}

/** For the background. A page that scripts may not enter at all is told apart by trying. */
export async function hookState(tab: number): Promise<HookState> {
  const answer: unknown = await browser.tabs.sendMessage(tab, QUESTION, { frameId: 0 }).catch(() => null);
  if (answer === true) return 'present';
  const reached = await browser.scripting
    .executeScript({ target: { tabId: tab }, func: () => true })
    .then(() => true)
    .catch(() => false);
  return reached ? 'absent' : 'forbidden';
}

/** How many of these hosts the browser does not let the extension into. */
export async function countDenied(hosts: readonly string[]): Promise<number> {
  const answers = await Promise.all(
    hosts.map((host) => browser.permissions.contains({ origins: [`*://${host}/*`] }).catch(() => false)),
  );
  return answers.filter((allowed) => !allowed).length;
}

export function worksInPrivateWindows(): Promise<boolean> {
  return browser.extension.isAllowedIncognitoAccess();
}
