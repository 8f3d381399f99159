/**
 * Prompts in the fragment of an address (`#prompt=…`): the page's own script reads them. The gate is shown the fragment
 * of a page that is being opened (measured in both browsers), but not its changes in an open page, and there may be no
 * gate. So every prompt is taken out before that script runs, and whenever it changes, and is put back once it is known
 * that it may stand there.
 */

import { fragmentQuery } from '../sites/fragment-query.ts';

export interface FragmentOptions {
  window: Window;
  /** Names under which the app takes a prompt. */
  names: readonly string[];
  /** Whether this is a page of the app; where it is not, its address is left alone. */
  applies(): boolean;
  /** Decide about a prompt that was taken out: true when it may stand there. A rejection is a no. */
  resolve(text: string): Promise<boolean>;
}

/** The prompt in a fragment (`#…`), null when there is none. */
export function promptInFragment(fragment: string, names: readonly string[]): string | null {
  const parameters = new URLSearchParams(fragmentQuery(fragment));
  const texts = names.flatMap((name) => parameters.getAll(name)).filter((text) => text.trim() !== '');
  return texts.length > 0 ? texts.join('\n') : null;
}

/** Call once per frame, at `document_start`. */
export function watchFragment({ window, names, applies, resolve }: FragmentOptions): void {
  const { location, history } = window;
  /** The prompt that was put back last. */
  let allowed: string | null = null;

  /** True when a prompt was taken out. @param tell has the page read the address that was put back */
  const look = (tell: () => void): boolean => {
    const text = promptInFragment(location.hash, names);
    if (text === null || text === allowed || !applies()) return false;
    const before = location.href;
    const bare = before.slice(0, before.indexOf('#'));
    history.replaceState(history.state, '', bare);
    void settle(text, before, bare, tell);
    return true;
  };

  const settle = async (text: string, before: string, bare: string, tell: () => void): Promise<void> => {
    const isAllowed = await resolve(text).catch(() => false);
    if (!isAllowed || location.href !== bare) return;
    allowed = text;
    history.replaceState(history.state, '', before);
    tell();
  };

  const onChange = (event: Event) => {
    if (look(announce)) event.stopImmediatePropagation();
  };
  const announce = () => {
    for (const type of ['popstate', 'hashchange']) window.dispatchEvent(new Event(type));
  };
  window.addEventListener('popstate', onChange, true);
  window.addEventListener('hashchange', onChange, true);
  // What stands there when a page is loaded again was looked at when it came.
  // By the time it is put back the page has read an address without it: it gets a second reading.
  if (!isReload(window)) look(() => location.reload());
}

function isReload({ performance }: Window): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && (entry as PerformanceNavigationTiming).type === 'reload';
}
