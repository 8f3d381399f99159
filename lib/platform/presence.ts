/** Where the extension is at work, for what people are shown. */
import { browser } from 'wxt/browser';
import type { HookState } from '../coverage/level.ts';
import { isGuarded, isMarked } from './tab-guards.ts';

/** Is a guard at work in a tab? A page that scripts may not enter at all is told apart by trying. */
export async function hookState(tab: number): Promise<HookState> {
  if (await isGuarded(tab, [0])) return (await isMarked(tab)) ? 'incomplete' : 'present';
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
