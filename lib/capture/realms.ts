/**
 * Same-origin windows a page can reach before any content script has run in them: those of frames and popups that are
 * still on their way to another document. They get this page's hooks at the moment they are handed out, or, because
 * `frames[0]` and `window[name]` hand out windows too, when the call that put the frame into the document returns.
 * Scripts that run inside such a call come earlier than that: the background gate is behind it.
 */
import { INSERTING_METHODS, INSERTING_SETTERS } from './insertions.data.ts';
import {
  $Event,
  $MutationObserver,
  $WeakSet,
  addEventListener,
  apply,
  dispatchEvent,
  getter,
  list,
  observe,
  preventDefault,
  prototypeOf,
  stopImmediatePropagation,
  stopObserving,
  weakSetAdd,
  weakSetHas,
} from './pristine.ts';
import type { PageWindow, Realm } from './realm.ts';
import { wrapAccessor, wrapMethod, wrapSetter } from './wrap.ts';

/** On a window: is there a hook? It answers by preventing. */
const IS_HOOKED = 'sluice-is-hooked';

const viewOf = getter(Document.prototype, 'defaultView');
const documentOf = getter(Node.prototype, 'ownerDocument');
const frameCountOf = getter(window, 'length');
/** The prototypes of hooked windows: unlike the object that pages hold, each belongs to one realm for good. */
const seen = new $WeakSet<object>();

type Install = (window: PageWindow) => void;

/** Patch what hands out windows. `install` is called with each fresh one, before the page has it. */
export function holdRealms({ window, listeners }: Realm, install: Install): void {
  const visit = (found: unknown) => visitWindow(found as PageWindow | null, install);
  weakSetAdd(seen, prototypeOf(window)!);
  listeners.add(IS_HOOKED, (event: Event) => {
    stopImmediatePropagation(event);
    preventDefault(event);
    // A document that has just come asks this: its parser is at work.
    watchParser(window, install);
  });
  const owners = list<{ prototype: object } | undefined>();
  owners[0] = window.HTMLIFrameElement;
  owners[1] = window.HTMLFrameElement;
  owners[2] = window.HTMLObjectElement;
  owners[3] = window.HTMLEmbedElement;
  for (let index = 0; index < owners.length; index++) {
    const owner = owners[index]?.prototype;
    if (!owner) continue;
    const handOut = (self: unknown, args: unknown[], native: unknown) => {
      const found = apply(native as never, self, args) as Document | null;
      if (found) visit(viewOf(found));
      return found;
    };
    wrapAccessor(owner, 'contentWindow', (self, _, native) => {
      const found: unknown = apply(native as never, self, []);
      visit(found);
      return found;
    });
    wrapAccessor(owner, 'contentDocument', handOut);
    wrapMethod(owner, 'getSVGDocument', handOut);
  }
  const open = (self: unknown, args: unknown[], native: unknown) => {
    const found: unknown = apply(native as never, self, args);
    visit(found);
    return found;
  };
  wrapMethod(window, 'open', open);
  // With three arguments it opens a window.
  wrapMethod(window.Document.prototype, 'open', (self, args, native) =>
    args.length > 2 ? open(self, args, native) : apply(native as never, self, args),
  );
  holdInsertions(window, install);
}

function holdInsertions(window: PageWindow, install: Install): void {
  const insert = (self: unknown, args: unknown[], native: unknown) => {
    const result: unknown = apply(native as never, self, args);
    visitFrames(window, install);
    // Methods of this realm work on nodes of every other.
    const document = documentIn(self);
    if (document && document !== window.document) visitFrames(viewOf(document) as PageWindow | null, install);
    return result;
  };
  const prototypes = window as unknown as Record<string, { prototype: object } | undefined>;
  for (let row = 0; row < INSERTING_METHODS.length; row++) {
    const owner = prototypes[INSERTING_METHODS[row]![0]]?.prototype;
    const names = INSERTING_METHODS[row]![1];
    for (let index = 0; owner && index < names.length; index++) wrapMethod(owner, names[index]!, insert);
  }
  for (let row = 0; row < INSERTING_SETTERS.length; row++) {
    const owner = prototypes[INSERTING_SETTERS[row]![0]]?.prototype;
    const names = INSERTING_SETTERS[row]![1];
    for (let index = 0; owner && index < names.length; index++) wrapSetter(owner, names[index]!, insert);
  }
  watchParser(window, install);
}

/** A parser runs these callbacks before each script it meets, so before that script can reach for a frame. */
function watchParser(window: PageWindow, install: Install): void {
  const observer = new $MutationObserver(() => visitFrames(window, install));
  observe(observer, window.document, { __proto__: null, childList: true, subtree: true } as MutationObserverInit);
  addEventListener(window, 'DOMContentLoaded', () => stopObserving(observer), true);
}

/** Null for ranges, and for nodes of the document being made. */
function documentIn(self: unknown): Document | null {
  try {
    return documentOf(self as Node) ?? (self as Document);
  } catch {
    return null;
  }
}

function visitFrames(window: PageWindow | null, install: Install): void {
  try {
    const count = window ? frameCountOf(window) : 0;
    for (let index = 0; index < count; index++) visitWindow(window![index] as PageWindow, install);
  } catch {
    // Another origin: its own content scripts are responsible.
  }
}

function visitWindow(window: PageWindow | null, install: Install): void {
  try {
    // Null for another origin.
    const realm = window && prototypeOf(window);
    if (!realm || weakSetHas(seen, realm)) return;
    weakSetAdd(seen, realm);
    if (!isHooked(window)) install(window);
  } catch {
    // Another origin that does not look like one: its own content scripts are responsible.
  }
}

/**
 * Whether a window has hooks already. One that was handed out before its own document came lives on under that document,
 * hooks and listeners and all: a second set would ask about everything twice. A page that answers in a hook's place must
 * have had this very window, with whatever it wanted from it, before there was a hook: it gains nothing.
 */
export function isHooked(window: Window): boolean {
  return !dispatchEvent(window, new $Event(IS_HOOKED, { __proto__: null, cancelable: true } as EventInit));
}
