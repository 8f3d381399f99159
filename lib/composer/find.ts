/** Finds the composer around an event, through shadow roots. */
import type { Composer } from '../sites/adapter.ts';

export interface Search {
  composer: Composer;
  /** The shadow root of an element, also a closed one, where the browser shows it to us. */
  shadowRootOf(element: HTMLElement): ShadowRoot | null;
}

/** The editor of the app that an event happened in, or null. */
export function editorOf(event: Event, { composer, ...search }: Search): HTMLElement | null {
  return matchIn(pathOf(event, search), composer.editors);
}

/** The send button an event happened on or inside, or null. */
export function sendButtonOf(event: Event, { composer, ...search }: Search): HTMLElement | null {
  return matchIn(pathOf(event, search), composer.sendButtons);
}

/** Any field for longer text that an event happened in, or null: apps change, and not every prompt has its own adapter. */
export function textFieldOf(event: Event, search: Pick<Search, 'shadowRootOf'>): HTMLElement | null {
  let host: HTMLElement | null = null;
  for (const target of pathOf(event, search)) {
    if (target instanceof HTMLTextAreaElement) return target;
    if (!(target instanceof HTMLElement)) continue;
    if (target.isContentEditable) host = target;
    else if (host !== null) return host;
  }
  return host;
}

function matchIn(path: readonly EventTarget[], selectors: readonly string[]): HTMLElement | null {
  for (const target of path) {
    if (target instanceof HTMLElement && selectors.some((selector) => target.matches(selector))) return target;
  }
  return null;
}

/** From the innermost target outwards. An event says nothing about what is inside a closed shadow root. */
function pathOf(event: Event, { shadowRootOf }: Pick<Search, 'shadowRootOf'>): EventTarget[] {
  const path = event.composedPath();
  for (let top = path[0]; top instanceof HTMLElement; top = path[0]) {
    const root = shadowRootOf(top);
    const inner = root && targetIn(root, event);
    if (!inner) break;
    const inside: EventTarget[] = [];
    for (let node: Node | null = inner; node !== null; node = node.parentNode) inside.push(node);
    path.unshift(...inside);
  }
  return path;
}

function targetIn(root: ShadowRoot, event: Event): Element | null {
  if (!(event instanceof MouseEvent)) return root.activeElement;
  // A click made by a key or a script has no place.
  const at = event.clientX === 0 && event.clientY === 0 ? null : root.elementFromPoint(event.clientX, event.clientY);
  return at !== null && at.getRootNode() === root ? at : root.activeElement;
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
