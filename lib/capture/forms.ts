/**
 * Holds forms that carry text: `form.submit()` and every submission that fires a `submit` event. For those the page's own
 * handlers run first, because apps cancel the event and send with fetch; only what the browser would still submit is
 * asked about. What was judged leaves in a copy of the form: the form itself may be another one by then.
 */
import type { WireBody, WireField } from '../bridge/protocol.ts';
import { readAddress } from './address.ts';
import { noHeaders } from './ask.ts';
import { hold } from './body.ts';
import {
  $FormData,
  addEventListener,
  apply,
  defineProperty,
  formDataEach,
  getAttribute,
  getter,
  indexOf,
  own,
  preventDefault,
  setTimer,
  setter,
  targetOf,
  toLowerCase,
} from './pristine.ts';
import type { Realm } from './realm.ts';
import { keepCopyUnchanged, submitCopy } from './submit-copy.ts';
import { wrapMethod } from './wrap.ts';

const actionOf = getter(HTMLFormElement.prototype, 'action');
const onSubmitOf = getter(HTMLElement.prototype, 'onsubmit');
const setOnSubmit = setter(HTMLElement.prototype, 'onsubmit');
const submitterOf = getter(SubmitEvent.prototype, 'submitter');
const nativePreventDefault = Event.prototype.preventDefault;

type Submitter = HTMLElement | null;

export function holdForms(realm: Realm): void {
  wrapMethod(realm.window.HTMLFormElement.prototype, 'submit', (self, _args, native) => {
    const form = self as HTMLFormElement;
    const entries = textOf(form, null);
    if (entries) ask(realm, form, null, entries);
    else apply(native as never, form, []);
  });
  const listener = (event: SubmitEvent) => onSubmit(realm, event);
  realm.listeners.add('submit', listener);
  // These events stay inside the shadow tree of their form.
  wrapMethod(realm.window.Element.prototype, 'attachShadow', (self, args, native) => {
    const root = apply(native as never, self, args) as ShadowRoot;
    addEventListener(root, 'submit', listener, true);
    return root;
  });
  realm.listeners.add('formdata', keepCopyUnchanged);
}

function onSubmit(realm: Realm, event: SubmitEvent): void {
  const form = targetOf(event) as HTMLFormElement;
  const submitter = submitterOf(event);
  if (!textOf(form, submitter)) return;
  const isHandled = watchPrevention(event, form);
  preventDefault(event);
  setTimer(() => {
    if (isHandled()) return;
    // The page's handlers may have filled in more.
    const entries = textOf(form, submitter);
    if (entries) ask(realm, form, submitter, entries);
  }, 0);
}

/** The event is cancelled by us; the page must not notice, and we must notice whether it wanted that too. */
function watchPrevention(event: Event, form: HTMLFormElement): () => boolean {
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
  // A handler set as `onsubmit` cancels by returning false, which nobody else can see.
  const handler = onSubmitOf(form);
  if (!handler) return () => prevented;
  const observed = (submitted: SubmitEvent) => {
    const result: unknown = apply(handler as never, form, [submitted]);
    if (result === false) prevented = true;
    return result;
  };
  setOnSubmit(form, observed);
  return () => {
    if (onSubmitOf(form) === observed) setOnSubmit(form, handler);
    return prevented;
  };
}

/** What the browser would send now; null when that is no text. Lets the page's `formdata` listeners add to it. */
function textOf(form: HTMLFormElement, submitter: Submitter): FormData | null {
  if (attributeFor(form, submitter, 'method') === 'dialog') return null;
  const entries = submitter ? new $FormData(form, submitter) : new $FormData(form);
  let carries = false;
  formDataEach(entries, (value) => {
    if (typeof value !== 'string' || value !== '') carries = true;
  });
  return carries ? entries : null;
}

function ask(realm: Realm, form: HTMLFormElement, submitter: Submitter, entries: FormData): void {
  const address = readAddress((submitter && getAttribute(submitter, 'formaction')) || actionOf(form), realm.window);
  if (!address?.leaves) return;
  const { href: url } = address;
  const method = attributeFor(form, submitter, 'method') === 'post' ? 'POST' : 'GET';
  const enctype = attributeFor(form, submitter, 'enctype');
  hold(entries, (held) => {
    if (held === null) return;
    const encoding = indexOf(enctype, 'multipart') >= 0 ? 'multipart' : 'urlencoded';
    const body = (
      held.wire.kind === 'fields' ? { __proto__: null, kind: 'fields', encoding, fields: held.wire.fields } : held.wire
    ) as WireBody;
    realm.ask({ transport: 'form', url, method, headers: noHeaders(), body }, (verdict) => {
      if (verdict.verdict === 'refuse') return;
      const allowed = verdict.verdict === 'rewrite' ? verdict.body : body;
      if (own(allowed, 'kind') !== 'fields') return;
      const target = attributeFor(form, submitter, 'target', false);
      submitCopy(
        form,
        { __proto__: null, url, method, enctype, target } as never,
        own(allowed, 'fields') as WireField[],
      );
    });
  });
}

/** A submitter's `formmethod` and the like win over the form's own. */
function attributeFor(form: HTMLFormElement, submitter: Submitter, name: string, lower = true): string {
  const value = (submitter && getAttribute(submitter, `form${name}`)) || getAttribute(form, name) || '';
  return lower ? toLowerCase(value) : value;
}
