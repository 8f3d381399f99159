/** Finds the composer around an event, through open shadow roots. */
import type { Composer } from '../sites/adapter.ts';

/** The editor an event happened in, or null. */
export function editorOf(event: Event, { editors }: Composer): HTMLElement | null {
  return matchIn(event, editors);
}

/** The send button an event happened on or inside, or null. */
export function sendButtonOf(event: Event, { sendButtons }: Composer): HTMLElement | null {
  return matchIn(event, sendButtons);
}

function matchIn(event: Event, selectors: readonly string[]): HTMLElement | null {
  for (const target of event.composedPath()) {
    if (target instanceof HTMLElement && selectors.some((selector) => target.matches(selector))) return target;
  }
  return null;
}

/**
 * The element nearest to `from` that matches the first selector with any match: on its way up, and across shadow hosts.
 * A page may show several composers at once (an old message being edited); the nearest belongs to the button.
 */
export function nearest(from: Node, selectors: readonly string[]): HTMLElement | null {
  for (let node: Node | null = from; node !== null; node = node.parentNode ?? hostOf(node)) {
    if (!(node instanceof Element || node instanceof Document || node instanceof DocumentFragment)) continue;
    for (const selector of selectors) {
      const found = node.querySelector<HTMLElement>(selector);
      if (found !== null) return found;
    }
  }
  return null;
}

function hostOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : null;
}
