/**
 * Same-origin windows a page can reach before any content script has run in them (`srcdoc`, `javascript:` and popup
 * windows, read in the task that makes them). They get this page's hooks at the moment they are handed out. Not every
 * way to a window passes here (`frames[0]` does not): the background gate is behind it.
 */
import {
  $Event,
  $WeakSet,
  addEventListener,
  apply,
  dispatchEvent,
  getter,
  list,
  preventDefault,
  stopImmediatePropagation,
  weakSetAdd,
  weakSetHas,
} from './pristine.ts';
import type { PageWindow } from './realm.ts';
import { wrapAccessor, wrapMethod } from './wrap.ts';

/** On a document: is there a hook? It answers by preventing. */
const IS_HOOKED = 'sluice-is-hooked';

const viewOf = getter(Document.prototype, 'defaultView');
const seen = new $WeakSet<object>();

/** Patch what hands out windows. `install` is called with each fresh one, before the page has it. */
export function holdRealms(window: PageWindow, install: (window: PageWindow) => void): void {
  const visit = (found: unknown) => {
    try {
      visitWindow(found as PageWindow | null, install);
    } catch {
      // Another origin: its own content scripts are responsible.
    }
  };
  answerFor(window.document);
  const owners = list<{ prototype: object }>();
  owners[0] = window.HTMLIFrameElement;
  owners[1] = window.HTMLFrameElement;
  owners[2] = window.HTMLObjectElement;
  for (let index = 0; index < owners.length; index++) {
    const owner = owners[index]!;
    wrapAccessor(owner.prototype, 'contentWindow', (self, _, native) => {
      const found: unknown = apply(native as never, self, []);
      visit(found);
      return found;
    });
    wrapAccessor(owner.prototype, 'contentDocument', (self, _, native) => {
      const found = apply(native as never, self, []) as Document | null;
      if (found) visit(viewOf(found));
      return found;
    });
  }
  wrapMethod(window, 'open', (self, args, native) => {
    const found: unknown = apply(native as never, self, args);
    visit(found);
    return found;
  });
}

function answerFor(document: Document): void {
  weakSetAdd(seen, document);
  addEventListener(
    document,
    IS_HOOKED,
    (event: Event) => {
      stopImmediatePropagation(event);
      preventDefault(event);
    },
    true,
  );
}

function visitWindow(window: PageWindow | null, install: (window: PageWindow) => void): void {
  if (!window) return;
  // Throws for another origin.
  const document = window.document;
  if (weakSetHas(seen, document)) return;
  weakSetAdd(seen, document);
  const question = new $Event(IS_HOOKED, { __proto__: null, cancelable: true } as EventInit);
  const isHooked = !dispatchEvent(document, question);
  if (!isHooked) install(window);
}
