/**
 * Holds forms that carry text: `form.submit()` and every submission that fires a `submit` event. For those the page's own
 * handlers run first, because apps cancel the event and send with fetch; only what the browser would still submit is
 * asked about. An approved form is submitted natively; when its fields have changed meanwhile, it is asked about again.
 */
import type { WireBody } from '../bridge/protocol.ts';
import { readAddress } from './address.ts';
import { noHeaders } from './ask.ts';
import { hold } from './body.ts';
import {
  $FormData,
  $WeakSet,
  addEventListener,
  apply,
  defineProperty,
  formDataEach,
  getter,
  indexOf,
  jsonStringify,
  preventDefault,
  setTimer,
  stopImmediatePropagation,
  toLowerCase,
  uncurry,
  weakSetAdd,
  weakSetDelete,
  weakSetHas,
} from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapMethod } from './wrap.ts';

const prototype = HTMLFormElement.prototype;
const nativeSubmit = uncurry(prototype.submit);
const nativeRequestSubmit = uncurry(
  prototype.requestSubmit as (this: HTMLFormElement, by?: HTMLElement | null) => void,
);
const actionOf = getter(prototype, 'action');
const onSubmitOf = getter(HTMLElement.prototype, 'onsubmit');
const targetOf = getter(Event.prototype, 'target');
const submitterOf = getter(SubmitEvent.prototype, 'submitter');
const getAttribute = uncurry(Element.prototype.getAttribute);
const nativePreventDefault = Event.prototype.preventDefault;
/** Answers of a person may take minutes, edits of a form meanwhile are rare: more rounds mean a page that plays. */
const MAX_ROUNDS = 3;

type Submitter = HTMLElement | null;

/** Forms whose next `submit` event is our own, after approval. */
const released = new $WeakSet<object>();

export function holdForms(realm: Realm): void {
  const { window } = realm;
  wrapMethod(window.HTMLFormElement.prototype, 'submit', (self, _args, native) => {
    const form = self as HTMLFormElement;
    const submit = () => void apply(native as never, form, []);
    if (!carriesText(form, null)) return submit();
    ask(realm, form, null, 0, () => nativeSubmit(form));
  });
  addEventListener(window, 'submit', (event: SubmitEvent) => onSubmit(realm, event), true);
}

function onSubmit(realm: Realm, event: SubmitEvent): void {
  const form = targetOf(event) as HTMLFormElement;
  if (weakSetHas(released, form)) {
    weakSetDelete(released, form);
    // The page has seen this submission already.
    stopImmediatePropagation(event);
    return;
  }
  const submitter = submitterOf(event);
  if (!carriesText(form, submitter)) return;
  const isHandled = watchPrevention(event);
  preventDefault(event);
  setTimer(() => {
    // A handler set as `onsubmit` may cancel by returning false, which cannot be seen from here: the form stays.
    if (isHandled() || onSubmitOf(form) !== null) return;
    ask(realm, form, submitter, 0, () => {
      weakSetAdd(released, form);
      nativeRequestSubmit(form, submitter);
      weakSetDelete(released, form);
    });
  }, 0);
}

/** The event is cancelled by us; the page must not notice, and we must notice whether it wanted that too. */
function watchPrevention(event: Event): () => boolean {
  let prevented = false;
  const define = (name: string, descriptor: object) =>
    defineProperty(event, name, { __proto__: null, configurable: true, ...descriptor } as PropertyDescriptor);
  const prevent = () => {
    prevented = true;
    apply(nativePreventDefault, event, []);
  };
  define('preventDefault', { value: prevent });
  define('defaultPrevented', { get: () => prevented });
  define('returnValue', {
    get: () => !prevented,
    set: (value: unknown) => {
      if (value === false) prevent();
    },
  });
  return () => prevented;
}

function carriesText(form: HTMLFormElement, submitter: Submitter): boolean {
  if (attributeFor(form, submitter, 'method') === 'dialog') return false;
  let carries = false;
  formDataEach(entriesOf(form, submitter), (value) => {
    if (typeof value !== 'string' || value !== '') carries = true;
  });
  return carries;
}

/** What the browser would send, without its `formdata` event reaching a page twice being of any matter. */
function entriesOf(form: HTMLFormElement, submitter: Submitter): FormData {
  return submitter ? new $FormData(form, submitter) : new $FormData(form);
}

function ask(realm: Realm, form: HTMLFormElement, submitter: Submitter, round: number, submit: () => void): void {
  const action = actionFor(form, submitter);
  const address = readAddress(action, realm.document);
  if (!address?.leaves || round >= MAX_ROUNDS) return;
  holdEntries(form, submitter, (body) => {
    const method = methodFor(form, submitter);
    realm.ask({ transport: 'form', url: address.href, method, headers: noHeaders(), body }, (verdict) => {
      // A form's fields belong to the page and the person: they are not rewritten, a rewrite is a refusal.
      if (verdict.verdict !== 'pass') return;
      holdEntries(form, submitter, (now) => {
        const isSame = jsonStringify(now) === jsonStringify(body) && actionFor(form, submitter) === action;
        if (isSame && methodFor(form, submitter) === method) submit();
        else ask(realm, form, submitter, round + 1, submit);
      });
    });
  });
}

function holdEntries(form: HTMLFormElement, submitter: Submitter, done: (body: WireBody) => void): void {
  hold(entriesOf(form, submitter), (held) => {
    if (held === null) return;
    if (held.wire.kind !== 'fields') return done(held.wire);
    const isMultipart = indexOf(attributeFor(form, submitter, 'enctype'), 'multipart') >= 0;
    const encoding = isMultipart ? 'multipart' : 'urlencoded';
    done({ __proto__: null, kind: 'fields', encoding, fields: held.wire.fields } as WireBody);
  });
}

/** A submitter's `formmethod` and the like win over the form's own. Lower case. */
function attributeFor(form: HTMLFormElement, submitter: Submitter, name: 'method' | 'enctype'): string {
  return toLowerCase((submitter && getAttribute(submitter, `form${name}`)) || getAttribute(form, name) || '');
}

function methodFor(form: HTMLFormElement, submitter: Submitter): string {
  return attributeFor(form, submitter, 'method') === 'post' ? 'POST' : 'GET';
}

function actionFor(form: HTMLFormElement, submitter: Submitter): string {
  return (submitter && getAttribute(submitter, 'formaction')) || actionOf(form);
}
