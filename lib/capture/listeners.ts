/**
 * Listeners of the hook on a window. `document.open` takes all listeners from it, so every call that can open a document
 * is followed by putting ours back, before the page can add its own.
 */
import { addEventListener, apply, list } from './pristine.ts';
import type { PageWindow } from './realm.ts';
import { wrapMethod } from './wrap.ts';

type Listener = (event: never) => void;

export interface Listeners {
  /** Listen on the window in the capture phase, for as long as it lives. */
  add(type: string, listener: Listener): void;
}

/** @param onReopened called after each call that may have taken the listeners of this window's document. */
export function keepListeners(window: PageWindow, onReopened: () => void): Listeners {
  const kept = list<() => void>();
  const reopen = (self: unknown, args: unknown[], native: unknown) => {
    const opened: unknown = apply(native as never, self, args);
    if (self === window.document) {
      // Adding a listener that is still there changes nothing.
      for (let index = 0; index < kept.length; index++) kept[index]!();
      onReopened();
    }
    return opened;
  };
  const owner = window.Document.prototype;
  wrapMethod(owner, 'open', reopen);
  wrapMethod(owner, 'write', reopen);
  wrapMethod(owner, 'writeln', reopen);
  return {
    __proto__: null,
    add(type: string, listener: Listener) {
      const put = () => addEventListener(window, type, listener, true);
      kept[kept.length] = put;
      put();
    },
  } as Listeners;
}
