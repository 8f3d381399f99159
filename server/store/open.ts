/**
 * Opens the store: PGlite in a folder (or in memory), or PostgreSQL by URL. Same tables, same SQL, one Kysely in front.
 * PGlite is one process and one connection, and does not force its writes to disk: right for trial, tests and small
 * teams. PostgreSQL is for everything else.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { type Channel, channelInProcess, channelOverPostgres } from './channel.ts';
import { lockFolder } from './lock-folder.ts';
import { initial } from './migrations/001-initial.ts';
import { sites } from './migrations/002-sites.ts';
import { log } from './migrations/003-log.ts';
import { ingest } from './migrations/004-ingest.ts';
import { access } from './migrations/005-access.ts';
import { enrolment } from './migrations/005-enrolment.ts';
import { signIn } from './migrations/005-sign-in.ts';

import { connectors } from './migrations/006-connectors.ts';

import { tenancy } from './migrations/007-tenancy.ts';

import { deviceKeys } from './migrations/009-device-keys.ts';
import { privacy } from './migrations/010-privacy.ts';
import { revocation } from './migrations/010-revocation.ts';
import type { Database, Db } from './schema.ts';
import { tenantDb } from './tenant-db.ts';

const MIGRATIONS = {
  '001-initial': initial,
  '002-sites': sites,
  '003-log': log,
  '004-ingest': ingest,
  '005-access': access,
  '005-enrolment': enrolment,
  '005-sign-in': signIn,
  '006-connectors': connectors,
  '007-tenancy': tenancy,
  '009-device-keys': deviceKeys,
  '010-privacy': privacy,
  '010-revocation': revocation,
};

const CONNECT_WITHIN_MS = 5_000;
/** A statement that takes longer is stuck, and the request that waits for it has given up. */
const STATEMENT_WITHIN_MS = 30_000;
const CONNECTIONS = 10;

export type StoreTarget = { kind: 'postgres'; url: string } | { kind: 'pglite'; folder: string | null };

export interface Store {
  kind: StoreTarget['kind'];
  /** All of it, for what is done for no tenant: who is calling, jobs, tables. */
  db: Db;
  /** What one tenant may see and write; the database sees to it. */
  of(tenant: string): Db;
  /** Rejects when the database cannot answer. */
  ping(): Promise<void>;
  /** A word to every node that uses this database, this one too. Lost when the database is away. */
  news: Channel;
  /** Connections of this node by what they do; null where there is only the one inside the process. */
  connections(): { total: number; idle: number; waiting: number } | null;
  close(): Promise<void>;
}

/**
 * Open and bring the tables up to date. Rejects when the database cannot be reached, when its tables are newer than this
 * program, or when another process uses the folder.
 * @param onLost Told when a connection breaks; the pool makes a new one by itself.
 */
export async function openStore(target: StoreTarget, onLost: (error: Error) => void = () => {}): Promise<Store> {
  const { dialect, release, connections, openChannel } =
    target.kind === 'postgres' ? overNetwork(target.url, onLost) : embedded(target.folder);
  const db = new Kysely<Database>({ dialect });
  const news = openChannel(db);
  const close = async () => {
    await news.close();
    await db.destroy();
    release();
  };
  try {
    await migrate(db);
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  const ping = async () => {
    await sql`select 1`.execute(db);
  };
  return { kind: target.kind, db, of: (tenant) => tenantDb(db, tenant), news, ping, connections, close };
}

/** What `pg`, its pool, PGlite and Kysely say without a code when there is no connection, or none any more. */
const AWAY =
  /^(connection (terminated|ended)|timeout exceeded when trying to connect|query read timeout|client .* not queryable|pglite (instance )?is (already )?closed|driver has already been destroyed)/i;

/** Whether an error means that the database is away (and not that a statement was wrong): the caller may try again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  // Connection exception, operator intervention, insufficient resources (PostgreSQL appendix A); else the socket's own.
  if (typeof code === 'string') return /^(08|53|57P)|^E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_AGAIN)/.test(code);
  return AWAY.test(error.message);
}

/** Whether the same transaction may succeed when it is run again: another one was in its way. */
export function isConflict(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '23505' || code === '40001' || code === '40P01';
}

interface Opened {
  dialect: Dialect;
  release(): void;
  openChannel(db: Db): Channel;
  connections: Store['connections'];
}

function overNetwork(url: string, onLost: (error: Error) => void): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    query_timeout: STATEMENT_WITHIN_MS + CONNECT_WITHIN_MS,
    idle_in_transaction_session_timeout: STATEMENT_WITHIN_MS,
    types: { getTypeParser },
  });
  // The pool listens only to connections that lie idle; one that breaks while a transaction has it would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  pool.on('error', () => {});
  return {
    dialect: new PostgresDialect({ pool }),
    release: () => {},
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    openChannel: (db) => channelOverPostgres(db, url, onLost),
  };
}

function embedded(folder: string | null): Opened {
  const inProcess = { connections: () => null, openChannel: channelInProcess };
  if (folder === null) {
    return { dialect: new PGliteDialect({ pglite: () => new PGlite() }), release: () => {}, ...inProcess };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = lockFolder(folder);
  const dialect = new PGliteDialect({ pglite: () => new PGlite(join(folder, 'database')) });
  return { dialect, release, ...inProcess };
}

/** PGlite reads an eight-byte integer as a number; make `pg` do the same instead of giving text. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
