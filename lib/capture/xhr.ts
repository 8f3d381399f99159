/**
 * Holds `XMLHttpRequest.send`. The native object stays OPENED while the guard decides; its `timeout` counts from the real
 * send. A refused call is ended by the browser itself: the object is opened again on an address that leads nowhere, so
 * that states, events and their order are the real ones.
 */
import { type Address, headerTalks, methodHides, readAddress } from './address.ts';
import type { Verdict } from './ask.ts';
import { fromWire, type Held, hold } from './body.ts';
import {
  $DOMException,
  $ProgressEvent,
  $String,
  $WeakMap,
  apply,
  dispatchEvent,
  getter,
  hasBrand,
  ownKeys,
  toLowerCase,
  toUpperCase,
  uncurry,
  weakGet,
  weakSet,
} from './pristine.ts';
import { codeOf, type Realm } from './realm.ts';
import { wrapMethod } from './wrap.ts';

/** No such blob: a network error without a network. */
const NOWHERE = 'blob:sluice-held-back';

const prototype = XMLHttpRequest.prototype;
const nativeOpen = prototype.open as (...args: unknown[]) => void;
const nativeSend = uncurry(prototype.send as (this: XMLHttpRequest, body?: unknown) => void);
const nativeSetHeader = uncurry(prototype.setRequestHeader);
const readyStateOf = getter(prototype, 'readyState');
const uploadOf = getter(prototype, 'upload');
const nodeTypeOf = getter(Node.prototype, 'nodeType');

interface Call {
  method: string;
  address: Address | null;
  isAsync: boolean;
  headers: Record<string, string>;
  /** Takes the question back while `send` is held. */
  withdraw: (() => void) | null;
}

const calls = new $WeakMap<object, Call>();
const callOf = (self: unknown) => weakGet(calls, self as object) as Call | undefined;

export function holdXhr(realm: Realm): void {
  const owner = realm.window.XMLHttpRequest.prototype;
  wrapMethod(owner, 'open', (self, args, native) => open(realm, self as XMLHttpRequest, args, native));
  wrapMethod(owner, 'setRequestHeader', (self, args, native) => setHeader(self as XMLHttpRequest, args, native));
  wrapMethod(owner, 'send', (self, args) => send(realm, self as XMLHttpRequest, args[0]));
  wrapMethod(owner, 'abort', (self, args, native) => abort(self as XMLHttpRequest, args, native));
}

function open(realm: Realm, self: XMLHttpRequest, args: unknown[], native: unknown): void {
  if (args.length < 2) {
    apply(native as never, self, args);
    return;
  }
  const method = $String(args[0]);
  const url = $String(args[1]);
  const isAsync = args.length < 3 || !!args[2];
  callOf(self)?.withdraw?.();
  // Strings now: an object could turn into another address when it is read again.
  apply(native as never, self, [method, url, isAsync, args[3] ?? null, args[4] ?? null]);
  weakSet(calls, self, {
    __proto__: null,
    method: toUpperCase(method),
    address: readAddress(url, realm.window),
    isAsync,
    headers: { __proto__: null },
    withdraw: null,
  } as never);
}

function setHeader(self: XMLHttpRequest, args: unknown[], native: unknown): void {
  const call = callOf(self);
  if (call?.withdraw) throw alreadySent('setRequestHeader');
  if (args.length < 2) {
    apply(native as never, self, args);
    return;
  }
  const name = $String(args[0]);
  const value = $String(args[1]);
  apply(native as never, self, [name, value]);
  if (!call) return;
  const key = toLowerCase(name);
  const before = call.headers[key];
  call.headers[key] = before === undefined ? value : `${before}, ${value}`;
}

function send(realm: Realm, self: XMLHttpRequest, data: unknown): void {
  const call = callOf(self);
  // Not opened (the native call says so), or opened where we were not: then nobody knows where it leads.
  if (readyStateOf(self) !== 1) {
    nativeSend(self);
    return;
  }
  if (!call) {
    fail(self, true);
    return;
  }
  if (call.withdraw) throw alreadySent('send');
  const takesBody = call.method !== 'GET' && call.method !== 'HEAD';
  if (!takesBody || data === null || data === undefined) {
    ask(realm, self, call, null);
    return;
  }
  if (hasBrand(nodeTypeOf, data)) {
    fail(self, call.isAsync);
    return;
  }
  let answered = false;
  let isReading = true;
  call.withdraw = () => {
    isReading = false;
    call.withdraw = null;
  };
  hold(data, (held) => {
    answered = true;
    if (!isReading) return;
    call.withdraw = null;
    if (held === null) fail(self, call.isAsync);
    else ask(realm, self, call, held);
  });
  // A Blob cannot be read at once: a synchronous call with one is not for us to judge.
  if (!answered && !call.isAsync) {
    call.withdraw?.();
    fail(self, false);
  }
}

function ask(realm: Realm, self: XMLHttpRequest, call: Call, held: Held | null): void {
  const { address, method } = call;
  const body = held?.wire ?? ({ __proto__: null, kind: 'none' } as never);
  if (!address) {
    fail(self, call.isAsync);
    return;
  }
  if (!address.leaves || !(held || address.talks || talks(call.headers) || methodHides(method))) {
    release(self, call, held);
    return;
  }
  const headers = call.headers;
  const typeIsImplied = held !== null && held.type !== '' && headers['content-type'] === undefined;
  if (typeIsImplied) headers['content-type'] = held.type;
  let verdict: Verdict | null = null;
  let isHeld = false;
  const withdraw = realm.ask({ transport: 'xhr', url: address.href, method, headers, body }, (answer) => {
    verdict = answer;
    if (!isHeld) return;
    call.withdraw = null;
    settle(self, call, held, answer, typeIsImplied);
  });
  if (verdict) {
    settle(self, call, held, verdict, typeIsImplied);
    return;
  }
  if (!call.isAsync) {
    withdraw();
    fail(self, false);
    return;
  }
  isHeld = true;
  call.withdraw = () => {
    call.withdraw = null;
    withdraw();
  };
}

function settle(self: XMLHttpRequest, call: Call, held: Held | null, verdict: Verdict, typeIsImplied: boolean): void {
  const allowed =
    verdict.verdict === 'pass' ? held : verdict.verdict === 'rewrite' ? rewritten(verdict, held) : undefined;
  if (allowed === undefined) {
    fail(self, call.isAsync, codeOf(verdict));
    return;
  }
  if (typeIsImplied && allowed?.isTypeLost) nativeSetHeader(self, 'content-type', allowed.type);
  release(self, call, allowed);
}

/** Undefined: what the guard wrote cannot be sent. */
function rewritten(verdict: Verdict & { verdict: 'rewrite' }, held: Held | null): Held | undefined {
  try {
    return (held && fromWire(verdict.body, held)) ?? undefined;
  } catch {
    return undefined;
  }
}

function release(self: XMLHttpRequest, call: Call, held: Held | null): void {
  // A new life for headers: the same object is opened again for the next call.
  call.withdraw = null;
  nativeSend(self, held?.send ?? null);
}

function abort(self: XMLHttpRequest, args: unknown[], native: unknown): void {
  const call = callOf(self);
  const wasHeld = call?.withdraw;
  wasHeld?.();
  apply(native as never, self, args);
  if (!wasHeld) return;
  // The native object has nothing to abort yet: these are the events it would have fired.
  const upload = uploadOf(self);
  dispatchEvent(upload, new $ProgressEvent('abort'));
  dispatchEvent(upload, new $ProgressEvent('loadend'));
  dispatchEvent(self, new $ProgressEvent('abort'));
  dispatchEvent(self, new $ProgressEvent('loadend'));
}

/** End the call as the browser ends one whose network failed. */
function fail(self: XMLHttpRequest, isAsync: boolean, code = 'unreadable_body'): void {
  if (!isAsync) {
    throw new $DOMException(
      `Failed to execute 'send' on 'XMLHttpRequest': held back by Sluice (${code}).`,
      'NetworkError',
    );
  }
  goNowhere(self);
}

function goNowhere(self: XMLHttpRequest): void {
  apply(nativeOpen as never, self, ['POST', NOWHERE, true]);
  nativeSend(self, '-');
}

function talks(headers: Record<string, string>): boolean {
  const names = ownKeys(headers) as string[];
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!;
    if (headerTalks(name, headers[name]!)) return true;
  }
  return false;
}

function alreadySent(method: string): DOMException {
  return new $DOMException(
    `Failed to execute '${method}' on 'XMLHttpRequest': The object's state must be OPENED.`,
    'InvalidStateError',
  );
}
