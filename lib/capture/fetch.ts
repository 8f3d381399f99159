/**
 * Holds `fetch`. The page's arguments become a native Request at once, so nothing the page changes later counts; what
 * may leave is that Request, with the body that was judged.
 */
import type { WireBody } from '../bridge/protocol.ts';
import { headerTalks, methodHides, readAddress } from './address.ts';
import { noHeaders, type Verdict } from './ask.ts';
import { bytesBody, fromWire, type Held, hold, isFormData, LARGEST_BODY, type WhenHeld } from './body.ts';
import {
  $Promise,
  $Proxy,
  $TextDecoder,
  $Uint8Array,
  addEventListener,
  apply,
  byteLength,
  copyBytes,
  decodeText,
  getter,
  hasBrand,
  headersDelete,
  headersEach,
  headersHas,
  headersSet,
  indexOf,
  isStreamLocked,
  toLowerCase,
  uncurry,
  whenSettled,
} from './pristine.ts';
import { readAll, type Unread } from './read-stream.ts';
import { codeOf, failedToFetch, type Realm } from './realm.ts';
import { wrapMethod } from './wrap.ts';

const $Request = Request;
const urlOf = getter(Request.prototype, 'url');
const methodOf = getter(Request.prototype, 'method');
const headersOf = getter(Request.prototype, 'headers');
const bodyOf = getter(Request.prototype, 'body');
const signalOf = getter(Request.prototype, 'signal');
const referrerOf = getter(Request.prototype, 'referrer');
const referrerPolicyOf = getter(Request.prototype, 'referrerPolicy');
const cloneRequest = uncurry(Request.prototype.clone);
const requestToBuffer = uncurry(Request.prototype.arrayBuffer);
const abortedOf = getter(AbortSignal.prototype, 'aborted');
const reasonOf = getter(AbortSignal.prototype, 'reason');
const utf8 = new $TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function holdFetch(realm: Realm): void {
  wrapMethod(realm.window, 'fetch', (self, args, native) => {
    if (args.length === 0) return apply(native as never, self, args);
    return new $Promise((resolve, reject) => {
      const send = (request: Request) => resolve(apply(native as never, realm.window, [request]));
      // The native call rejects where the constructor throws: here the executor does it for both.
      start(realm, args[0] as RequestInfo, args[1], send, reject);
    });
  });
}

function start(
  realm: Realm,
  input: RequestInfo,
  init: unknown,
  send: (request: Request) => void,
  reject: (reason: unknown) => void,
): void {
  const data: unknown = isObject(init) ? (init as RequestInit).body : undefined;
  const hasData = data !== undefined && data !== null;
  if (hasData && !hasBrand(isStreamLocked, data)) {
    startWithData(realm, input, init as object, data, send, reject);
    return;
  }
  const request = construct(realm, input, init);
  if (!mayCarryBody(request)) {
    question(realm, request, nothingHeld(), send, reject);
    return;
  }
  readRequest(request, (held, code) => {
    if (held) question(realm, withBody(request, held), held, send, reject);
    // The guard tells the person why; the request itself is still whole.
    else if (code === 'oversized') question(realm, request, tooLarge(), send, reject);
    else reject(failedToFetch(code));
  });
}

function startWithData(
  realm: Realm,
  input: RequestInfo,
  init: object,
  data: unknown,
  send: (request: Request) => void,
  reject: (reason: unknown) => void,
): void {
  let now: Held | null = null;
  let request: Request | null = null;
  const whenHeld: WhenHeld = (held) => {
    if (request === null) now = held;
    else if (held === null) reject(failedToFetch('unreadable_body'));
    else question(realm, withBody(request, held), held, send, reject);
  };
  hold(data, whenHeld);
  // Not yet read: bytes stand in for it, so that the call is checked and its other arguments are fixed now.
  const body = (now as Held | null)?.send ?? new $Uint8Array(0);
  request = construct(realm, input, replacing(init, body));
  if (now !== null) question(realm, request, now, send, reject);
}

function question(
  realm: Realm,
  request: Request,
  held: Held,
  send: (request: Request) => void,
  reject: (reason: unknown) => void,
): void {
  const signal = signalOf(request);
  if (signal && abortedOf(signal)) {
    reject(reasonOf(signal));
    return;
  }
  const { headers, talks } = readHeaders(request);
  const address = readAddress(urlOf(request), realm.window);
  const hasBody = held.wire.kind !== 'none';
  if (!address) {
    reject(failedToFetch('failed'));
    return;
  }
  if (!address.leaves || !(hasBody || talks || address.talks || methodHides(methodOf(request)))) {
    send(request);
    return;
  }
  let settled = false;
  const withdraw = realm.ask(
    { transport: 'fetch', url: address.href, method: methodOf(request), headers, body: held.wire },
    (verdict) => {
      if (settled) return;
      settled = true;
      try {
        const allowed = allowedRequest(request, held, verdict);
        if (allowed) send(allowed);
        else reject(failedToFetch(codeOf(verdict)));
      } catch {
        reject(failedToFetch('failed'));
      }
    },
  );
  if (settled || !signal) return;
  const onAbort = () => {
    if (settled) return;
    settled = true;
    withdraw();
    reject(reasonOf(signal));
  };
  addEventListener(signal, 'abort', onAbort, { __proto__: null, once: true });
}

function allowedRequest(request: Request, held: Held, verdict: Verdict): Request | null {
  if (verdict.verdict === 'pass') return request;
  if (verdict.verdict !== 'rewrite') return null;
  const rewritten = fromWire(verdict.body, held);
  return rewritten && withBody(request, rewritten);
}

/** The same request with this body. A constructor with `init` forgets the referrer, so it is given again. */
function withBody(request: Request, held: Held): Request {
  const headers = headersOf(request);
  // A form brings its own boundary; the type of any other body stays what it was.
  if (isFormData(held.send)) headersDelete(headers, 'content-type');
  else if (held.isTypeLost && !headersHas(headers, 'content-type')) headersSet(headers, 'content-type', held.type);
  return new $Request(request, {
    __proto__: null,
    body: held.send,
    referrer: referrerOf(request),
    referrerPolicy: referrerPolicyOf(request),
  } as RequestInit);
}

function construct(realm: Realm, input: RequestInfo, init: unknown): Request {
  return new realm.Request(input, init as RequestInit);
}

/** The page's init with another body: every other member is read by the browser, once, as always. */
function replacing(init: object, body: BodyInit): object {
  const get = (_: object, key: PropertyKey) => (key === 'body' ? body : (init as Record<PropertyKey, unknown>)[key]);
  return new $Proxy({ __proto__: null }, { __proto__: null, get } as ProxyHandler<object>);
}

function readHeaders(request: Request): { headers: Record<string, string>; talks: boolean } {
  const headers = noHeaders();
  let talks = false;
  headersEach(headersOf(request), (value, name) => {
    headers[name] = value;
    if (headerTalks(name, value)) talks = true;
  });
  return { __proto__: null, headers, talks } as never;
}

function mayCarryBody(request: Request): boolean {
  const method = methodOf(request);
  // Firefox has no `body` on requests: whatever is not a GET is read to see.
  return method !== 'GET' && method !== 'HEAD' && bodyOf(request) !== null;
}

/** Read the body of a Request that came with one: its source is unknown, so it is read whole and sent as bytes. */
function readRequest(request: Request, done: (held: Held | null, code: string) => void): void {
  const whenRead = (bytes: Uint8Array<ArrayBuffer> | Unread) => {
    if (typeof bytes === 'string') return done(null, bytes);
    if (byteLength(bytes) > LARGEST_BODY) return done(null, 'oversized');
    if (byteLength(bytes) === 0) return done(nothingHeld(), '');
    done({ __proto__: null, wire: bodyOfType(request, bytes), send: bytes, type: '', isTypeLost: false } as Held, '');
  };
  const copy = cloneRequest(request);
  const stream = bodyOf(copy);
  if (stream) readAll(stream, LARGEST_BODY, whenRead);
  else
    whenSettled(
      requestToBuffer(copy),
      (buffer) => whenRead(copyBytes(buffer) ?? 'unreadable_body'),
      () => whenRead('unreadable_body'),
    );
}

/** Text where the page says so and it is: site adapters treat other bytes as opaque at the gate. */
function bodyOfType(request: Request, bytes: Uint8Array): WireBody {
  const headers = headersOf(request);
  let type = '';
  headersEach(headers, (value, name) => {
    if (name === 'content-type') type = toLowerCase(value);
  });
  const isText = indexOf(type, 'json') >= 0 || indexOf(type, 'text/') === 0 || indexOf(type, 'urlencoded') >= 0;
  if (!isText || indexOf(type, 'proto') >= 0) return bytesBody(bytes);
  try {
    return { __proto__: null, kind: 'text', text: decodeText(utf8, bytes) } as WireBody;
  } catch {
    return bytesBody(bytes);
  }
}

function tooLarge(): Held {
  const wire = { __proto__: null, kind: 'unreadable', reason: 'oversized' };
  return { __proto__: null, wire, send: null, type: '', isTypeLost: false } as unknown as Held;
}

function nothingHeld(): Held {
  return { __proto__: null, wire: { __proto__: null, kind: 'none' }, send: null, type: '', isTypeLost: false } as Held;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
