/**
 * What was committed on one node, told to the open streams of every node. Only ids travel: whoever has somebody watching
 * reads the rows himself. When there is more than anybody could watch, the word is only that there is more.
 */
import * as z from 'zod';
import { showDecisions, showIncidents } from './api/show.ts';
import type { Hub } from './hub.ts';
import { describeError, type Log } from './log.ts';
import type { Names } from './privacy/privacy.ts';
import { findDecisions } from './store/decisions.ts';
import { findIncidents } from './store/incidents.ts';
import type { Store } from './store/open.ts';

export interface Touched {
  decisions: readonly string[];
  incidents: readonly string[];
}

export interface News {
  /** Never rejects: what could not be told is seen when a page is loaded. */
  tell(tenant: string, touched: Touched): void;
  /** Resolves when what was told has been said. */
  close(): Promise<void>;
}

/** Words of one tenant are said at most this often, and when there is so much that everybody has to look again, less. */
const EVERY_MS = 250;
const EVERY_MS_WHEN_MORE = 2_000;
/** Ids of one word, each 39 bytes: a word has room for some 200. */
const MAX_IDS = 180;

const word = z.object({
  tenant: z.string(),
  decisions: z.array(z.string()),
  incidents: z.array(z.string()),
  /** There is more than these ids. */
  more: z.boolean(),
});
type Word = z.infer<typeof word>;

export function createNews({ store, hub, log, names }: { store: Store; hub: Hub; log: Log; names: Names }): News {
  const pending = new Map<string, { decisions: Set<string>; incidents: Set<string> }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saying = Promise.resolve();

  const say = async (words: readonly Word[]) => {
    for (const each of words) {
      await store.news.say(JSON.stringify(each)).catch((error) => log('warn', 'news_not_told', describeError(error)));
    }
  };
  const flush = () => {
    timer = undefined;
    if (pending.size === 0) return;
    const words = [...pending].map(([tenant, ids]) => shorten(tenant, ids));
    pending.clear();
    saying = saying.then(() => say(words));
    timer = setTimeout(flush, words.some(({ more }) => more) ? EVERY_MS_WHEN_MORE : EVERY_MS);
    timer.unref();
  };
  const show = async (text: string) => {
    const { tenant, decisions, incidents, more } = word.parse(JSON.parse(text));
    if (!hub.isWatched(tenant)) return;
    if (more) return hub.publish(tenant, [{ event: 'hello', data: { serverTime: Date.now() } }]);
    const rows = await findDecisions(store.of(tenant), tenant, decisions);
    const changed = await findIncidents(store.of(tenant), tenant, incidents);
    hub.publish(tenant, [
      ...(await showDecisions(names, tenant, rows)).map((data) => ({ event: 'decision' as const, data })),
      ...(await showIncidents(names, tenant, changed)).map((data) => ({ event: 'incident' as const, data })),
    ]);
  };
  store.news.hear(
    (text) => void show(text).catch((error) => log('warn', 'news_not_shown', describeError(error))),
    // Whoever watches connects again and asks for everything.
    () => hub.close(),
  );
  return {
    tell(tenant, { decisions, incidents }) {
      if (decisions.length + incidents.length === 0) return;
      const ids = pending.get(tenant) ?? { decisions: new Set(), incidents: new Set() };
      pending.set(tenant, ids);
      for (const id of decisions) if (ids.decisions.size <= MAX_IDS) ids.decisions.add(id);
      for (const id of incidents) if (ids.incidents.size <= MAX_IDS) ids.incidents.add(id);
      // The first word is said at once, the next ones together.
      if (timer === undefined) flush();
    },
    async close() {
      clearTimeout(timer);
      await saying;
    },
  };
}

function shorten(tenant: string, { decisions, incidents }: { decisions: Set<string>; incidents: Set<string> }): Word {
  if (decisions.size + incidents.size > MAX_IDS) return { tenant, decisions: [], incidents: [], more: true };
  return { tenant, decisions: [...decisions], incidents: [...incidents], more: false };
}
