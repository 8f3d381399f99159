/**
 * A place over a governed page that the page cannot read, restyle or type into: a closed shadow root whose content goes
 * to the top layer. What is seen and pressed in it is the person's.
 *
 * What the page can still do: take the host out of the document (noticed, see `onRemoved`), and run capture listeners on
 * `window` that it registered before `shieldKeys` ran. Nothing stops those. So the guard calls `shieldKeys` at
 * `document_start`, before any script of the page: then no key typed here reaches the page, not even as a retargeted event.
 */

export interface Overlay {
  host: HTMLElement;
  root: ShadowRoot;
  /** Render into this. */
  container: HTMLElement;
  remove(): void;
}

export interface OverlayOptions {
  document: Document;
  css: string;
  /** Sees every key event of the overlay, before React and instead of the page. */
  onKey: (event: KeyboardEvent) => void;
  /** The page took the host out, moved it, or replaced the document's root. Called at most once. */
  onRemoved: () => void;
}

/** Events that carry what is typed. Their default actions (typing, Tab, Enter on a button) work without propagation. */
const KEY_EVENTS = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
];

/** Events that React needs, and that end at the shadow root so that no shortcut or click handler of the site fires. */
const POINTER_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'pointercancel',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'wheel',
  'focusin',
  'focusout',
  'selectstart',
  'dragstart',
  'dragenter',
  'dragover',
  'drop',
  'change',
];

const keyHandlers = new WeakMap<EventTarget, (event: KeyboardEvent) => void>();

/**
 * Keep what is typed in an overlay from the page. Call at `document_start`, and again when the page has opened its
 * document anew; other calls change nothing.
 */
export function shieldKeys(window: Window): void {
  for (const type of KEY_EVENTS) window.addEventListener(type, shield, { capture: true });
}

/** Keys that went down in an overlay: the page must not hear them come up when the overlay closed in between. */
const held = new Set<string>();

function shield(event: Event): void {
  const onKey = event.target && keyHandlers.get(event.target);
  const isOurs = onKey || (event.type === 'keyup' && held.has((event as KeyboardEvent).code));
  if (!isOurs) return;
  event.stopImmediatePropagation();
  if (event.type === 'keyup') held.delete((event as KeyboardEvent).code);
  if (event.type !== 'keydown' || !onKey) return;
  held.add((event as KeyboardEvent).code);
  onKey(event as KeyboardEvent);
}

export type OpenOverlay = (options: OverlayOptions) => Overlay;

export function openOverlay({ document, css, onKey, onRemoved }: OverlayOptions): Overlay {
  if (document.defaultView) shieldKeys(document.defaultView);
  // A plain div: the page cannot give it a class of its own as it could a custom element.
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(document, root, css);
  const container = document.createElement('div');
  root.append(container);
  for (const type of POINTER_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  keyHandlers.set(host, onKey);
  document.documentElement.append(host);

  const stopWatching = watchRemoval(document, host, () => {
    remove();
    onRemoved();
  });
  function remove() {
    stopWatching();
    host.remove();
  }
  return { host, root, container, remove };
}

/**
 * An adopted style sheet is free of the site's content security policy. Where the browser refuses it to content scripts
 * (Firefox: bug 1751346), a style element does the same.
 */
function addStyle(document: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new document.defaultView!.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/** Watches the two places where the page can cut the host off. A host that is moved counts as removed. */
function watchRemoval(document: Document, host: HTMLElement, onRemoved: () => void): () => void {
  const observer = new MutationObserver((mutations) => {
    const touched = mutations.some(({ removedNodes }) => [...removedNodes].includes(host));
    if (!touched && host.isConnected) return;
    observer.disconnect();
    onRemoved();
  });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  return () => observer.disconnect();
}
