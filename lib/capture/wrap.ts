/** Puts our functions in place of native ones so that nothing else changes: name, length, statics, `instanceof`, source. */
import {
  $Proxy,
  $WeakMap,
  apply,
  defineProperty,
  functionToString,
  getOwnPropertyDescriptor,
  weakGet,
  weakSet,
} from './pristine.ts';

type AnyFunction = (...args: never[]) => unknown;
type Apply = (self: unknown, args: unknown[], native: AnyFunction) => unknown;
type Construct = (args: unknown[], newTarget: object, native: AnyFunction) => object;

/** Wrapper -> the native it stands for. */
const natives = new $WeakMap<object, AnyFunction>();

function wrap<T extends object>(native: T, traps: { apply?: Apply; construct?: Construct }): T {
  const handler = {
    __proto__: null,
    apply: traps.apply && ((target: AnyFunction, self: unknown, args: unknown[]) => traps.apply!(self, args, target)),
    construct:
      traps.construct &&
      ((target: AnyFunction, args: unknown[], newTarget: object) => traps.construct!(args, newTarget, target)),
  };
  const wrapper = new $Proxy(native, handler as ProxyHandler<T>);
  // A function may be wrapped for several reasons; what the page may see is the innermost.
  weakSet(natives, wrapper, (nativeOf(native) ?? native) as never);
  return wrapper;
}

/** Replace a method. Does nothing where this browser has no such method. */
export function wrapMethod(owner: object, name: string, handler: Apply): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  const value = wrap(descriptor.value, { apply: handler });
  redefine(owner, name, descriptor, { value });
}

/** Replace a getter (and setter, when a handler for it is given). Does nothing where there is none. */
export function wrapAccessor(owner: object, name: string, get: Apply, set?: Apply): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (descriptor?.get === undefined) return;
  redefine(owner, name, descriptor, {
    get: wrap(descriptor.get, { apply: get }),
    set: set && descriptor.set ? wrap(descriptor.set, { apply: set }) : descriptor.set,
  });
}

/** Replace a setter alone. Does nothing where there is none. */
export function wrapSetter(owner: object, name: string, handler: Apply): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (descriptor?.set) redefine(owner, name, descriptor, { set: wrap(descriptor.set, { apply: handler }) });
}

/** Replace a class: calls with `new` reach the handler, the prototype's `constructor` no longer leads to the native. */
export function wrapClass(owner: object, name: string, handler: Construct): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  const value = wrap(descriptor.value, { construct: handler });
  redefine(owner, name, descriptor, { value });
  const prototype = descriptor.value.prototype as object;
  const link = getOwnPropertyDescriptor(prototype, 'constructor');
  if (link) redefine(prototype, 'constructor', link, { value });
}

/** `Function.prototype.toString` of a wrapper shows the native's source, in this realm. */
export function keepSourceNative(realm: typeof globalThis): void {
  wrapMethod(realm.Function.prototype, 'toString', (self, args, native) => {
    const original = (typeof self === 'function' || typeof self === 'object') && self !== null ? nativeOf(self) : null;
    return original ? functionToString(original) : apply(native as never, self, args);
  });
}

function nativeOf(value: object): AnyFunction | undefined {
  return weakGet(natives, value) as AnyFunction | undefined;
}

/** Descriptors answer to inherited keys too: none of the page's may be among them. */
function redefine(owner: object, name: string, descriptor: PropertyDescriptor, changes: PropertyDescriptor): void {
  defineProperty(owner, name, { __proto__: null, ...descriptor, ...changes } as PropertyDescriptor);
}
