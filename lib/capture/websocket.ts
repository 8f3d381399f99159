/**
 * Announces sockets and holds `WebSocket.send`. The background opens no socket that was not announced here, because it
 * sees none of the frames; the handshake waits there while the guard judges the address. Until then, and for good when it
 * is refused, the page has a socket that is connecting, as with any slow or failing network. Frames of one socket are asked about one after the other and leave in their order. A refused
 * frame is dropped and the socket gets an `error` event; it stays open, because apps answer a close by connecting again
 * and sending the same frame again. `close` waits for the frames sent before it.
 */
import type { WireBody } from '../bridge/protocol.ts';
import { noHeaders, type Verdict } from './ask.ts';
import { fromWire, type Held, hold } from './body.ts';
import {
  $DOMException,
  $Event,
  $String,
  $TextEncoder,
  $WeakMap,
  apply,
  arrayFrom,
  blobSizeOf,
  byteLength,
  construct,
  dispatchEvent,
  encodeText,
  getter,
  hasBrand,
  list,
  sequenceOf,
  setTimer,
  uncurry,
  weakGet,
  weakSet,
} from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapAccessor, wrapClass, wrapMethod } from './wrap.ts';

const prototype = WebSocket.prototype;
const nativeSend = uncurry(prototype.send as (this: WebSocket, data: unknown) => void);
const nativeClose = prototype.close as (...args: unknown[]) => void;
const readyStateOf = getter(prototype, 'readyState');
const urlOf = getter(prototype, 'url');
const encoder = new $TextEncoder();
const OPEN = 1;
const CLOSING = 2;
/** RFC 6455, 5.5: a control frame holds 125 bytes, two of them for the code. */
const MAX_REASON_BYTES = 123;

interface Frame {
  /** Undefined while a Blob is being read, null when it cannot be. */
  held: Held | null | undefined;
  size: number;
}

interface Queue {
  frames: Frame[];
  next: number;
  isAsking: boolean;
  heldBytes: number;
  /** Arguments of a `close` that waits for the frames before it. */
  closing: unknown[] | null;
}

/** Sockets whose announcement has no answer yet -> how to withdraw it. */
const announced = new $WeakMap<object, () => void>();
const queues = new $WeakMap<object, Queue>();
const queueOf = (socket: object) => weakGet(queues, socket) as Queue | undefined;

export function holdWebSocket(realm: Realm): void {
  const owner = realm.window.WebSocket.prototype;
  wrapClass(realm.window, 'WebSocket', (args, newTarget, native) => {
    // Names of protocols leave with the handshake and are seen by no gate: what is asked about is what is used.
    const names = list<string>();
    const given = typeof args[1] === 'object' && args[1] ? arrayFrom(args[1] as Iterable<unknown>) : [args[1]];
    for (let index = 0; index < given.length; index++) {
      if (given[index] !== undefined) names[names.length] = $String(given[index]);
    }
    // The native constructor reads and checks the address once; it sends nothing before this task is over.
    const socket = construct(native, [args[0], sequenceOf(names)], newTarget) as WebSocket;
    announce(realm, socket, names);
    return socket;
  });
  wrapMethod(owner, 'send', (self, args, native) => {
    const socket = self as WebSocket;
    // The native call throws, or discards what it gets: nothing leaves either way.
    if (args.length === 0) return apply(native as never, socket, []);
    if (readyStateOf(socket) !== OPEN) return nativeSend(socket, '');
    send(realm, socket, args[0]);
  });
  wrapMethod(owner, 'close', (self, args) => close(self as WebSocket, args));
  wrapAccessor(owner, 'readyState', (self) => {
    const state = readyStateOf(self as WebSocket);
    return state === OPEN && queueOf(self as object)?.closing ? CLOSING : state;
  });
  wrapAccessor(owner, 'bufferedAmount', (self, _, native) => {
    const buffered = apply(native as never, self, []) as number;
    return buffered + (queueOf(self as object)?.heldBytes ?? 0);
  });
}

function announce(realm: Realm, socket: WebSocket, names: readonly string[]): void {
  const body = { __proto__: null, kind: 'none' } as never as WireBody;
  const headers = noHeaders();
  for (let index = 0; index < names.length; index++) headers[`sec-websocket-protocol-${index}`] = names[index]!;
  const question = { transport: 'websocket', url: urlOf(socket), method: 'GET', headers, body } as const;
  const withdraw = realm.ask(question, (verdict) => {
    if (verdict.verdict !== 'pass') apply(nativeClose as never, socket, []);
  });
  weakSet(announced, socket, withdraw);
}

function send(realm: Realm, socket: WebSocket, data: unknown): void {
  let queue = queueOf(socket);
  if (queue?.closing) return;
  if (!queue) {
    queue = {
      __proto__: null,
      frames: list(),
      next: 0,
      isAsking: false,
      heldBytes: 0,
      closing: null,
    } as never as Queue;
    weakSet(queues, socket, queue);
  }
  const frame = { __proto__: null, held: undefined, size: 0 } as never as Frame;
  queue.frames[queue.frames.length] = frame;
  hold(data, (held) => {
    frame.held = held;
    frame.size = held ? sizeOf(held.send) : 0;
    queue.heldBytes += frame.size;
    pump(realm, socket, queue);
  });
}

/** Ask about the first frame; with its answer go on to the next. */
function pump(realm: Realm, socket: WebSocket, queue: Queue): void {
  while (!queue.isAsking && queue.next < queue.frames.length) {
    const frame = queue.frames[queue.next]!;
    if (frame.held === undefined) return;
    queue.isAsking = true;
    if (frame.held === null) {
      finish(socket, queue, frame, null);
      continue;
    }
    realm.ask(
      { transport: 'websocket', url: urlOf(socket), method: 'GET', headers: noHeaders(), body: frame.held.wire },
      (verdict) => {
        finish(socket, queue, frame, allowed(frame.held!, verdict));
        pump(realm, socket, queue);
      },
    );
  }
  if (queue.isAsking || queue.next < queue.frames.length) return;
  queue.frames = list();
  queue.next = 0;
  const { closing } = queue;
  queue.closing = null;
  if (closing) apply(nativeClose as never, socket, closing);
}

function allowed(held: Held, verdict: Verdict): Held | null {
  if (verdict.verdict === 'pass') return held;
  if (verdict.verdict !== 'rewrite') return null;
  try {
    return fromWire(verdict.body, held);
  } catch {
    return null;
  }
}

function finish(socket: WebSocket, queue: Queue, frame: Frame, held: Held | null): void {
  queue.isAsking = false;
  queue.next++;
  queue.heldBytes -= frame.size;
  frame.held = null;
  if (readyStateOf(socket) !== OPEN) return;
  if (held?.send != null) nativeSend(socket, held.send);
  // Never inside the page's own call to `send`.
  else setTimer(() => dispatchEvent(socket, new $Event('error')), 0);
}

/** As the browser checks and throws; then the frames that are still held go first. */
function close(socket: WebSocket, args: unknown[]): void {
  const queue = queueOf(socket);
  const isHolding = queue !== undefined && (queue.isAsking || queue.frames.length > 0);
  if (!isHolding || readyStateOf(socket) !== OPEN) {
    // Nobody may open another socket in this one's place.
    (weakGet(announced, socket) as (() => void) | undefined)?.();
    apply(nativeClose as never, socket, args);
    return;
  }
  if (queue.closing) return;
  const code = args[0] === undefined ? undefined : +(args[0] as number);
  const reason = args[1] === undefined ? undefined : $String(args[1]);
  if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
    throw new $DOMException(`Failed to execute 'close' on 'WebSocket': invalid code ${code}.`, 'InvalidAccessError');
  }
  if (reason !== undefined && byteLength(encodeText(encoder, reason)) > MAX_REASON_BYTES) {
    throw new $DOMException("Failed to execute 'close' on 'WebSocket': the reason is too long.", 'SyntaxError');
  }
  queue.closing = code === undefined ? [] : reason === undefined ? [code] : [code, reason];
}

function sizeOf(send: Held['send']): number {
  if (typeof send === 'string') return byteLength(encodeText(encoder, send));
  return hasBrand(blobSizeOf, send) ? blobSizeOf(send) : byteLength(send as Uint8Array);
}
