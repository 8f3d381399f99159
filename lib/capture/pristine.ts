/**
 * Captured primordials: what the hooks call instead of whatever the page has put on prototypes since. Taken when this
 * file loads, before any script of the page. Functions and getters work on objects of every same-origin realm.
 *
 * Rules for all page-world code, for which this file has the means:
 * - call captured functions only; no method calls, no `for of`, spread, destructuring of arrays or `await`, which all go
 *   through patchable protocols;
 * - give dictionaries and descriptors no prototype (`__proto__: null`), and keep lists in `list()`;
 * - no regular expressions on strings of the page;
 * - what is judged is what is sent: a value read once is kept as our own copy.
 */

export const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
export const construct = Reflect.construct as (target: object, args: unknown[], newTarget: object) => object;
const { setPrototypeOf } = Object;
export const prototypeOf = Object.getPrototypeOf as (object: object) => object | null;

type Method = (this: never, ...args: never[]) => unknown;

/** A method as a function of its `this`. */
export function uncurry<Self, Args extends unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
): (self: Self, ...args: Args) => Result {
  return (self, ...args) => apply(method as never, self, args) as Result;
}

/** The getter of a property as a function of its owner; throws when called on anything without the brand. */
export function getter<Owner extends object, Key extends keyof Owner>(
  prototype: Owner,
  key: Key,
): (owner: Owner) => Owner[Key] {
  const get = getOwnPropertyDescriptor(prototype, key)?.get as Method | undefined;
  // A property this browser lacks reads as undefined: callers fall back as the page itself would have to.
  return get === undefined ? () => undefined as never : (owner) => apply(get as never, owner, []) as Owner[Key];
}

/** The setter of a property as a function of its owner and the value. */
export function setter<Owner extends object, Key extends keyof Owner>(
  prototype: Owner,
  key: Key,
): (owner: Owner, value: Owner[Key]) => void {
  const set = getOwnPropertyDescriptor(prototype, key)?.set as Method;
  return (owner, value) => void apply(set as never, owner, [value]);
}

/** A list no page can listen to: assigning by index meets no setter of Array.prototype. */
export function list<T>(): T[] {
  return setPrototypeOf([], null);
}

/** An own property's value, never an inherited one. */
export function own(object: object, key: string): unknown {
  return getOwnPropertyDescriptor(object, key)?.value;
}

export const $Blob = Blob;
export const $DataTransfer = DataTransfer;
export const $DOMException = DOMException;
export const $Event = Event;
export const $EventTarget = EventTarget;
export const $File = File;
export const $FormData = FormData;
export const $Map = Map;
export const $MutationObserver = MutationObserver;
export const $MessageEvent = MessageEvent;
export const $ProgressEvent = ProgressEvent;
export const $Promise = Promise;
export const $Proxy = Proxy;
export const $String = String;
export const $TextDecoder = TextDecoder;
export const $TextEncoder = TextEncoder;
export const $TypeError = TypeError;
export const $Uint8Array = Uint8Array;
export const $URL = URL;
export const $URLSearchParams = URLSearchParams;
export const $WeakMap = WeakMap;
export const $WeakSet = WeakSet;
export const setTimer = setTimeout.bind(globalThis) as (callback: () => void, ms: number) => number;
export const clearTimer = clearTimeout.bind(globalThis) as (timer: number) => void;
export const jsonParse = JSON.parse as (json: string) => object | null;
export const jsonStringify = JSON.stringify as (value: object) => string;

export const mapGet = uncurry(Map.prototype.get);
export const mapSet = uncurry(Map.prototype.set);
export const mapDelete = uncurry(Map.prototype.delete);
export const mapEach = uncurry(Map.prototype.forEach);
export const weakGet = uncurry(WeakMap.prototype.get);
export const weakSet = uncurry(WeakMap.prototype.set);
export const weakSetHas = uncurry(WeakSet.prototype.has);
export const weakSetAdd = uncurry(WeakSet.prototype.add);
export const weakSetDelete = uncurry(WeakSet.prototype.delete);

export const toLowerCase = uncurry(String.prototype.toLowerCase);
export const toUpperCase = uncurry(String.prototype.toUpperCase);
export const indexOf: (text: string, part: string) => number = uncurry(String.prototype.indexOf);
export const functionToString = uncurry(Function.prototype.toString);

export const addEventListener: (target: EventTarget, type: string, listener: unknown, options: unknown) => void =
  uncurry(EventTarget.prototype.addEventListener) as never;
export const dispatchEvent: (target: EventTarget, event: Event) => boolean = uncurry(
  EventTarget.prototype.dispatchEvent,
);
export const targetOf = getter(Event.prototype, 'target');
export const getAttribute = uncurry(Element.prototype.getAttribute);
export const setAttribute = uncurry(Element.prototype.setAttribute);
export const preventDefault = uncurry(Event.prototype.preventDefault);
export const stopImmediatePropagation = uncurry(Event.prototype.stopImmediatePropagation);

export const observe = uncurry(MutationObserver.prototype.observe);
export const stopObserving = uncurry(MutationObserver.prototype.disconnect);

const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
const typedTagOf = getter(TypedArrayPrototype as Uint8Array & { [Symbol.toStringTag]: string }, Symbol.toStringTag);
const typedBufferOf = getter(TypedArrayPrototype, 'buffer');
const typedOffsetOf = getter(TypedArrayPrototype, 'byteOffset');
const typedLengthOf = getter(TypedArrayPrototype, 'byteLength');
const viewBufferOf = getter(DataView.prototype, 'buffer');
const viewOffsetOf = getter(DataView.prototype, 'byteOffset');
const viewLengthOf = getter(DataView.prototype, 'byteLength');
const bufferLengthOf = getter(ArrayBuffer.prototype, 'byteLength');
const isView = ArrayBuffer.isView;
export const byteLength = typedLengthOf as (bytes: Uint8Array) => number;
export const setBytes = uncurry(Uint8Array.prototype.set as (this: Uint8Array, from: Uint8Array, at: number) => void);

export const blobSizeOf = getter(Blob.prototype, 'size');
export const blobTypeOf = getter(Blob.prototype, 'type');
export const blobToBuffer = uncurry(Blob.prototype.arrayBuffer);
export const fileNameOf = getter(File.prototype, 'name');
export const formDataEach = uncurry(FormData.prototype.forEach);
export const formDataAppend: (form: FormData, name: string, value: string | Blob, fileName?: string) => void = uncurry(
  FormData.prototype.append,
) as never;
export const paramsToString = uncurry(URLSearchParams.prototype.toString);
export const paramsAppend = uncurry(URLSearchParams.prototype.append);
export const isStreamLocked = getter(ReadableStream.prototype, 'locked');
export const streamReader = uncurry(
  ReadableStream.prototype.getReader as (this: ReadableStream) => ReadableStreamDefaultReader<unknown>,
);
export const readChunk = uncurry(ReadableStreamDefaultReader.prototype.read);
export const cancelReader = uncurry(ReadableStreamDefaultReader.prototype.cancel);
export const encodeText = uncurry(TextEncoder.prototype.encode);
export const decodeText = uncurry(TextDecoder.prototype.decode);

export const headersEach = uncurry(Headers.prototype.forEach);
export const headersHas = uncurry(Headers.prototype.has);
export const headersSet = uncurry(Headers.prototype.set);
export const headersDelete = uncurry(Headers.prototype.delete);

export const hrefOf = getter(URL.prototype, 'href');
export const protocolOf = getter(URL.prototype, 'protocol');
export const searchOf = getter(URL.prototype, 'search');
export const pathOf = getter(URL.prototype, 'pathname');
export const usernameOf = getter(URL.prototype, 'username');
export const passwordOf = getter(URL.prototype, 'password');
export const baseUriOf = getter(Node.prototype, 'baseURI');

/** True when the getter accepts the value: its hidden brand, not its prototype, decides. */
export function hasBrand<Owner>(read: (owner: Owner) => unknown, value: unknown): value is Owner {
  try {
    return read(value as Owner) !== undefined;
  } catch {
    return false;
  }
}

/** Our own copy of a buffer's or view's bytes; null for anything else. */
export function copyBytes(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (isView(value)) {
    const typed = hasBrand(typedTagOf, value);
    const buffer = typed ? typedBufferOf(value as Uint8Array) : viewBufferOf(value as DataView<ArrayBuffer>);
    const offset = typed ? typedOffsetOf(value as Uint8Array) : viewOffsetOf(value as DataView<ArrayBuffer>);
    const length = typed ? typedLengthOf(value as Uint8Array) : viewLengthOf(value as DataView<ArrayBuffer>);
    return new $Uint8Array(new $Uint8Array(buffer, offset, length));
  }
  if (!hasBrand(bufferLengthOf, value)) return null;
  return new $Uint8Array(new $Uint8Array(value));
}

const promiseThen = uncurry(Promise.prototype.then);

/**
 * Settle callbacks without consulting the page: an own `constructor` keeps `then` away from the patchable species.
 * Only for promises the page never sees. The callbacks' results are dropped; what `done` throws goes to `failed`.
 */
export function whenSettled<T>(promise: Promise<T>, done: (value: T) => void, failed: (reason: unknown) => void): void {
  defineProperty(promise, 'constructor', { __proto__: null, value: undefined } as PropertyDescriptor);
  promiseThen(
    promise,
    (value) => {
      try {
        done(value as T);
      } catch (reason) {
        failed(reason);
      }
    },
    (reason) => void failed(reason),
  );
}

/** What a page's own iterable gives, once. */
export const arrayFrom = Array.from as (items: Iterable<unknown>) => unknown[];

const symbolIterator: typeof Symbol.iterator = Symbol.iterator;

/** A sequence for Web APIs: they iterate, and Array.prototype's iterator belongs to the page. */
export function sequenceOf<T>(items: readonly T[]): T[] {
  const sequence = {
    __proto__: null,
    [symbolIterator]: () => {
      let at = 0;
      return { __proto__: null, next: () => ({ __proto__: null, done: at === items.length, value: items[at++] }) };
    },
  };
  return sequence as unknown as T[];
}
