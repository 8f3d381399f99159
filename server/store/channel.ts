/** A word that every node on one database hears: LISTEN and NOTIFY of PostgreSQL; within the one process of PGlite a call. */
import { sql } from 'kysely';
import pg from 'pg';
import type { Db } from './schema.ts';

export interface Channel {
  /** At most 7,900 bytes of UTF-8. Rejects when the database is away. */
  say(word: string): Promise<void>;
  /** @param onGap Words may have been missed: the connection was gone for a while. */
  hear(onWord: (word: string) => void, onGap: () => void): void;
  close(): Promise<void>;
}

const NAME = 'sluice_news';
const AGAIN_MS = 2_000;

export function channelInProcess(): Channel {
  const listeners = new Set<(word: string) => void>();
  return {
    say: async (word) => {
      for (const listener of listeners) listener(word);
    },
    hear: (onWord) => void listeners.add(onWord),
    close: async () => {},
  };
}

/** The connection that listens is made at the first `hear`, and again when it was lost. */
export function channelOverPostgres(db: Db, url: string, onLost: (error: Error) => void): Channel {
  let client: pg.Client | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let wasConnected = false;

  const connect = async (onWord: (word: string) => void, onGap: () => void) => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    const again = (error: Error) => {
      if (client !== next || isClosed) return;
      client = null;
      onLost(error);
      timer = setTimeout(() => void connect(onWord, onGap), AGAIN_MS);
      timer.unref();
    };
    next.on('error', again);
    next.on('end', () => again(new Error('Connection ended')));
    next.on('notification', ({ payload }) => payload !== undefined && onWord(payload));
    try {
      await next.connect();
      await next.query(`listen ${NAME}`);
      if (wasConnected) onGap();
      wasConnected = true;
    } catch (error) {
      again(error as Error);
      await next.end().catch(() => {});
    }
  };
  return {
    say: async (word) => void (await sql`select pg_notify(${NAME}, ${word})`.execute(db)),
    hear: (onWord, onGap) => void connect(onWord, onGap),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
