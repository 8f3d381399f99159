/** Closed shadow roots: browsers show them to content scripts, each in its own way. */
import { browser } from 'wxt/browser';

interface Sees {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, open or closed; null when it has none. */
export function shadowRootOf(element: HTMLElement): ShadowRoot | null {
  if ('openOrClosedShadowRoot' in element) return (element as Sees).openOrClosedShadowRoot ?? null;
  const { dom } = browser as { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
  try {
    return dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
  } catch {
    return element.shadowRoot;
  }
}
