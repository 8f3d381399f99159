/** The key of all keyed digests of this profile: random, made once, never leaves the browser. */
import { browser } from 'wxt/browser';
import { fromBase64, toBase64 } from '../policy/base64.ts';

const KEY = 'digestKey';
const BYTES = 32;

export async function readDigestKey(): Promise<Uint8Array<ArrayBuffer>> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  const known = typeof stored === 'string' ? fromBase64(stored) : null;
  if (known?.length === BYTES) return known;
  const fresh = crypto.getRandomValues(new Uint8Array(BYTES));
  await browser.storage.local.set({ [KEY]: toBase64(fresh) });
  return fresh;
}
