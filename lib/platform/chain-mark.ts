/** Keeps the mark of the chain beside the database, in storage that the browser keeps apart from it. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { ChainMark } from '../sync/chain-mark.ts';

const KEY = 'chain';
const stored = z.uuid();

export const chainMark: ChainMark = {
  async read() {
    const parsed = stored.safeParse((await browser.storage.local.get(KEY))[KEY]);
    return parsed.success ? parsed.data : null;
  },
  write: (chain) => browser.storage.local.set({ [KEY]: chain }),
};
