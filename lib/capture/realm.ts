/** What a hook is installed into: one same-origin window and the way to ask from it. */
import type { Ask, Verdict } from './ask.ts';
import type { Listeners } from './listeners.ts';
import { $TypeError } from './pristine.ts';

export type PageWindow = Window & typeof globalThis;

export interface Realm {
  /** Its `document` cannot be replaced by a page, and changes when a window lives on under a new document. */
  window: PageWindow;
  /** The realm's own constructor: it resolves addresses against the realm's document. */
  Request: typeof Request;
  ask: Ask;
  listeners: Listeners;
}

/** The text says who stopped the call; pages that look for the browser's own words find them at the start. */
export function failedToFetch(code: string): TypeError {
  return new $TypeError(`Failed to fetch (held back by Sluice: ${code})`);
}

export function codeOf(verdict: Verdict): string {
  return verdict.verdict === 'refuse' ? verdict.code : 'failed';
}
