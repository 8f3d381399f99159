/**
 * Holds `new EventSource(url)`: its address carries text. Until the guard lets it, a stand-in is CONNECTING, as a slow
 * network would have it; then the real one is opened behind it and its events are passed on.
 */
import { type Address, readAddress } from './address.ts';
import { noHeaders, type Verdict } from './ask.ts';
import {
  $DOMException,
  $Event,
  $EventTarget,
  $MessageEvent,
  $String,
  $WeakMap,
  addEventListener,
  apply,
  construct,
  defineProperty,
  dispatchEvent,
  getter,
  list,
  setTimer,
  uncurry,
  weakGet,
  weakSet,
} from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapAccessor, wrapClass, wrapMethod } from './wrap.ts';

const CLOSED = 2;
const prototype = EventSource.prototype;
const readyStateOf = getter(prototype, 'readyState');
const nativeClose = uncurry(prototype.close);
const dataOf = getter(MessageEvent.prototype, 'data');
const originOf = getter(MessageEvent.prototype, 'origin');
const lastEventIdOf = getter(MessageEvent.prototype, 'lastEventId');
const typeOf = getter(Event.prototype, 'type');

interface StandIn {
  url: string;
  withCredentials: boolean;
  isClosed: boolean;
  real: EventSource | null;
  /** Event types somebody listens for. */
  types: string[];
  handlers: Record<string, unknown>;
}

const standIns = new $WeakMap<object, StandIn>();
const standInOf = (self: unknown) => weakGet(standIns, self as object) as StandIn | undefined;

export function holdEventSource(realm: Realm): void {
  const owner = realm.window.EventSource.prototype;
  wrapClass(realm.window, 'EventSource', (args, newTarget, native) => {
    if (args.length === 0) return construct(native, args, newTarget);
    const address = readAddress($String(args[0]), realm.window);
    const init = args[1] as EventSourceInit | null | undefined;
    const withCredentials = !!init?.withCredentials;
    const open = (target: object): EventSource =>
      construct(native, [address?.href, { __proto__: null, withCredentials }], target) as EventSource;
    if (!address) throw new $DOMException("Failed to construct 'EventSource': the URL is invalid.", 'SyntaxError');
    if (!address.leaves || !address.talks) return open(newTarget);
    return hold(realm, address, withCredentials, newTarget, () => open(native));
  });
  wrapAccessor(owner, 'url', (self, _, native) => standInOf(self)?.url ?? apply(native as never, self, []));
  wrapAccessor(
    owner,
    'withCredentials',
    (self, _, native) => standInOf(self)?.withCredentials ?? apply(native as never, self, []),
  );
  wrapAccessor(owner, 'readyState', (self, _, native) => {
    const standIn = standInOf(self);
    if (!standIn) return apply(native as never, self, []);
    if (standIn.isClosed) return CLOSED;
    return standIn.real ? readyStateOf(standIn.real) : 0;
  });
  wrapMethod(owner, 'close', (self, args, native) => {
    const standIn = standInOf(self);
    if (!standIn) return apply(native as never, self, args);
    standIn.isClosed = true;
    if (standIn.real) nativeClose(standIn.real);
  });
  holdHandler(owner, 'open');
  holdHandler(owner, 'message');
  holdHandler(owner, 'error');
}

function hold(
  realm: Realm,
  { href }: Address,
  withCredentials: boolean,
  newTarget: object,
  open: () => EventSource,
): object {
  const self = construct($EventTarget, [], newTarget) as EventTarget;
  const standIn = { __proto__: null, url: href, withCredentials, isClosed: false, real: null } as never as StandIn;
  standIn.types = list();
  standIn.handlers = { __proto__: null } as never;
  weakSet(standIns, self, standIn);
  listen(self, standIn, 'open');
  listen(self, standIn, 'message');
  listen(self, standIn, 'error');
  // The server names its events as it likes: pass on those that somebody listens for.
  const add = (type: unknown, ...rest: [unknown, unknown]) => {
    listen(self, standIn, $String(type));
    addEventListener(self, $String(type), rest[0], rest[1]);
  };
  defineProperty(self, 'addEventListener', { __proto__: null, configurable: true, value: add } as PropertyDescriptor);
  realm.ask(
    {
      transport: 'eventsource',
      url: href,
      method: 'GET',
      headers: noHeaders(),
      body: { __proto__: null, kind: 'none' } as never,
    },
    // The page gets its object first, then events: also when the answer is there already.
    (verdict) => setTimer(() => settle(self, standIn, verdict, open), 0),
  );
  return self;
}

function settle(self: EventTarget, standIn: StandIn, verdict: Verdict, open: () => EventSource): void {
  if (standIn.isClosed) return;
  if (verdict.verdict !== 'pass') {
    standIn.isClosed = true;
    dispatchEvent(self, new $Event('error'));
    return;
  }
  standIn.real = open();
  for (let index = 0; index < standIn.types.length; index++) forward(self, standIn, standIn.types[index]!);
}

function listen(self: EventTarget, standIn: StandIn, type: string): void {
  for (let index = 0; index < standIn.types.length; index++) if (standIn.types[index] === type) return;
  standIn.types[standIn.types.length] = type;
  if (standIn.real) forward(self, standIn, type);
}

function forward(self: EventTarget, { real }: StandIn, type: string): void {
  addEventListener(real!, type, (event: Event) => dispatchEvent(self, copyOf(event)), false);
}

function copyOf(event: Event): Event {
  const type = typeOf(event);
  try {
    const message = event as MessageEvent;
    const init = { data: dataOf(message), origin: originOf(message), lastEventId: lastEventIdOf(message) };
    return new $MessageEvent(type, { __proto__: null, ...init } as MessageEventInit);
  } catch {
    return new $Event(type);
  }
}

/** `onopen` and the like: on a stand-in they are listeners that follow the property. */
function holdHandler(owner: object, type: 'open' | 'message' | 'error'): void {
  wrapAccessor(
    owner,
    `on${type}`,
    (self, _, native) => {
      const standIn = standInOf(self);
      return standIn ? (standIn.handlers[type] ?? null) : apply(native as never, self, []);
    },
    (self, args, native) => {
      const standIn = standInOf(self);
      if (!standIn) return apply(native as never, self, args);
      const isFirst = !(type in standIn.handlers);
      standIn.handlers[type] = typeof args[0] === 'function' ? args[0] : null;
      if (!isFirst) return;
      const call = (event: Event) => {
        const handler = standIn.handlers[type];
        if (typeof handler === 'function') apply(handler as never, self, [event]);
      };
      addEventListener(self as EventTarget, type, call, false);
    },
  );
}
