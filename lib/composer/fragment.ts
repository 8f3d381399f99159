/**
 * Prompts in the fragment of an address (`#prompt=…`): the page's own script reads them. The gate is shown the fragment
 * of a page that is being opened (measured in both browsers), but not its changes in an open page, and there may be no
 * gate. So it is looked at before that script runs, and whenever it changes: what may not stand there is taken out.
 */

import { fragmentQuery } from '../sites/fragment-query.ts';

export interface FragmentOptions {
  window: Window;
  /** Names under which the app takes a prompt. */
  names: readonly string[];
  /** Judge at once; only `pass` leaves the address as it is. */
  judge(text: string): 'pass' | 'hold';
  /** Decide about a prompt that was taken out: true when it may stand there after all. A rejection is a no. */
  resolve(text: string): Promise<boolean>;
}

/** The prompt in a fragment (`#…`), null when there is none. */
export function promptInFragment(fragment: string, names: readonly string[]): string | null {
  const parameters = new URLSearchParams(fragmentQuery(fragment));
  const texts = names.flatMap((name) => parameters.getAll(name)).filter((text) => text.trim() !== '');
  return texts.length > 0 ? texts.join('\n') : null;
}

/** Call once per frame, at `document_start`. */
export function watchFragment({ window, names, judge, resolve }: FragmentOptions): void {
  const { location, history } = window;

  /** True when a prompt was taken out. */
  const look = (): boolean => {
    const text = promptInFragment(location.hash, names);
    if (text === null || mayStand(text)) return false;
    const before = location.href;
    const bare = before.slice(0, before.indexOf('#'));
    history.replaceState(history.state, '', bare);
    void settle(text, before, bare);
    return true;
  };

  const mayStand = (text: string): boolean => {
    try {
      return judge(text) === 'pass';
    } catch {
      return false;
    }
  };

  const settle = async (text: string, before: string, bare: string): Promise<void> => {
    const isAllowed = await resolve(text).catch(() => false);
    // The page has read an address without it by now: it gets a second reading.
    if (!isAllowed || location.href !== bare) return;
    history.replaceState(history.state, '', before);
    location.reload();
  };

  const onChange = (event: Event) => {
    if (look()) event.stopImmediatePropagation();
  };
  window.addEventListener('popstate', onChange, true);
  window.addEventListener('hashchange', onChange, true);
  // What stands there when a page is loaded again was looked at when it came.
  if (!isReload(window)) look();
}

function isReload({ performance }: Window): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && (entry as PerformanceNavigationTiming).type === 'reload';
}
