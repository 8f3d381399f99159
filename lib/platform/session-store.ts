/** Session storage of the background: survives a stopped worker, not the browser; content scripts cannot read it. */

import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';

/** The stored value, or `empty` when there is none or an older version wrote it. */
export async function loadSession<T>(key: string, schema: z.ZodMiniType<T>, empty: T): Promise<T> {
  const stored = (await browser.storage.session.get(key))[key];
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : empty;
}

/** Written in the background; what is lost by a crash in between only makes the gate stricter. */
export function saveSession(key: string, value: unknown): void {
  void browser.storage.session.set({ [key]: value }).catch(() => undefined);
}
