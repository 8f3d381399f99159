/** What a hook is installed into: one same-origin window and the way to ask from it. */
import type { Ask, Verdict } from './ask.ts';
import { $Error, $TypeError, getOwnPropertyDescriptor } from './pristine.ts';

export type Window2 = Window & typeof globalThis;

export interface Realm {
  window: Window2;
  document: Document;
  /** The realm's own constructor: it resolves addresses against the realm's document. */
  Request: typeof Request;
  ask: Ask;
}

/** The text says who stopped the call; pages that look for the browser's own words find them at the start. */
export function failedToFetch(code: string): TypeError {
  return new $TypeError(`Failed to fetch (held back by Sluice: ${code})`);
}

export function codeOf(verdict: Verdict): string {
  return verdict.verdict === 'refuse' ? verdict.code : 'failed';
}

/** A native method of a prototype, as it is now. Throws where a browser we support must have it. */
export function nativeOf(owner: object, name: string): (...args: never[]) => unknown {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const native: unknown = descriptor?.get ?? descriptor?.value;
  if (typeof native !== 'function') throw new $Error(`no ${name}`);
  return native as (...args: never[]) => unknown;
}
