/** Where the added apps are kept between starts, and how the list of them is made. */
import { browser } from 'wxt/browser';
import { GovernedList } from '../background/governed-list.ts';
import { governedStateSchema } from '../coverage/governed.ts';
import { registerContentScripts } from './content-scripts.ts';

const KEY = 'governed';

/** Call synchronously at start-up: loading begins at once. */
export function openGovernedList(): GovernedList {
  return new GovernedList({
    // What cannot be read counts as never stored: managed settings are then waited for.
    load: async () => {
      const stored = await browser.storage.local.get(KEY).catch(() => ({}));
      const parsed = governedStateSchema.safeParse((stored as Record<string, unknown>)[KEY]);
      return parsed.success ? parsed.data : null;
    },
    save: (state) => browser.storage.local.set({ [KEY]: state }),
    register: registerContentScripts,
  });
}
