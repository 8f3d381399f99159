/**
 * Opens the store: PGlite in a folder (or in memory), or PostgreSQL by URL. Same tables, same SQL, one Kysely in front.
 * PGlite is one process and one connection, and does not force its writes to disk: right for trial, tests and small
 * teams. PostgreSQL is for everything else.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { ArrayClient } from './binary-arrays.ts';
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
import { APP_ROLE, tenancy } from './migrations/007-tenancy.ts';
import { deviceKeys } from './migrations/009-device-keys.ts';
import { privacy } from './migrations/010-privacy.ts';
import { revocation } from './migrations/010-revocation.ts';
import {
  ACCESS_ROLE,
  DIRECTORY_ROLE,
  FEED_ROLE,
  forcedRows,
  LOG_ROLE,
  PRIVACY_ROLE,
} from './migrations/011-forced-rows.ts';
import { deviceSignIn } from './migrations/012-device-sign-in.ts';
import { lists } from './migrations/013-lists.ts';
import { ERASER_ROLE, erasing } from './migrations/014-erasing.ts';
import { counts } from './migrations/015-counts.ts';
import { reviewerLanguage } from './migrations/019-reviewer-language.ts';
import { certificates } from './migrations/020-certificates.ts';
import { policyPublication } from './migrations/021-policy-publication.ts';
import type { Database, Db } from './schema.ts';
import { boundDb } from './tenant-db.ts';

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
  '011-forced-rows': forcedRows,
  '012-device-sign-in': deviceSignIn,
  '013-lists': lists,
  '014-erasing': erasing,
  '015-counts': counts,
  '019-reviewer-language': reviewerLanguage,
  '020-certificates': certificates,
  '021-policy-publication': policyPublication,
};

/**
 * What can be done for a tenant, by the role that may do it. `app`: what devices record and reviewers see. `access`: who
 * may come in. `log`: the transparency log. `feed`: connectors and what they read.
 * `privacy`: whose a device is, and what two people decide together. `erase`: what is not kept any longer.
 */
const DUTIES = {
  app: APP_ROLE,
  access: ACCESS_ROLE,
  log: LOG_ROLE,
  feed: FEED_ROLE,
  privacy: PRIVACY_ROLE,
  erase: ERASER_ROLE,
};
export type Duty = keyof typeof DUTIES;

const CONNECT_WITHIN_MS = 5_000;
/** A statement that takes longer is stuck, and the request that waits for it has given up. */
const STATEMENT_WITHIN_MS = 30_000;
const CONNECTIONS = 10;

export type StoreTarget =
  | {
      kind: 'postgres';
      url: string;
      /** For the tables alone, when the account of `url` does not own them. */
      ownerUrl?: string | null;
    }
  | { kind: 'pglite'; folder: string | null };

export interface Store {
  kind: StoreTarget['kind'];
  /** What one tenant may see and write in one duty; the database sees to it. */
  of(tenant: string, duty?: Duty): Db;
  /** The one way across tenants, for directory.ts alone: names of tenants, by token or by what is pending. */
  directory: Db;
  /** Rejects when the database cannot answer. */
  ping(): Promise<void>;
  /** A word to every node that uses this database, this one too. Lost when the database is away. */
  news: Channel;
  /** Connections of this node by what they do; null where there is only the one inside the process. */
  connections(): { total: number; idle: number; waiting: number } | null;
  close(): Promise<void>;
}

/** For whoever opens a store: tests, benchmarks. The endpoint's parts are given the `Store` alone. */
export interface OpenedStore extends Store {
  /** As the account that connected. A superuser sees all rows, everybody else none. */
  owner: Db;
}

/**
 * Open and bring the tables up to date. Rejects when the database cannot be reached, when its tables are newer than this
 * program, when another process uses the folder, or when the account may not put on the roles.
 * @param onLost Told when a connection breaks; the pool makes a new one by itself.
 */
export async function openStore(target: StoreTarget, onLost: (error: Error) => void = () => {}): Promise<OpenedStore> {
  const { db, prepare, release, connections, openChannel } =
    target.kind === 'postgres'
      ? overNetwork(target.url, target.ownerUrl ?? target.url, onLost)
      : embedded(target.folder);
  const news = openChannel(db);
  const close = async () => {
    await news.close();
    await db.destroy();
    release();
  };
  try {
    await prepare();
    await checkRole(db);
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return {
    kind: target.kind,
    of: (tenant, duty = 'app') => boundDb(db, { role: DUTIES[duty], tenant }),
    directory: db,
    owner: boundDb(db, { role: 'none', tenant: '' }),
    news,
    ping: async () => void (await sql`select 1`.execute(db)),
    connections,
    close,
  };
}

/** Whatever stands between may not have kept what a connection was told. */
async function checkRole(db: Db): Promise<void> {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
  if (rows[0]?.role !== DIRECTORY_ROLE) throw new Error(`connections are ${rows[0]?.role}, not ${DIRECTORY_ROLE}`);
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
  db: Db;
  /** Make the tables what this program needs. */
  prepare(): Promise<void>;
  release(): void;
  openChannel(db: Db): Channel;
  connections: Store['connections'];
}

function overNetwork(given: string, ownerUrl: string, onLost: (error: Error) => void): Opened {
  const url = asDirectory(given);
  const pool = new pg.Pool({
    connectionString: url,
    Client: ArrayClient,
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
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    prepare: () => migrateAsOwner(ownerUrl),
    release: () => {},
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    openChannel: (db) => channelOverPostgres(db, url, onLost),
  };
}

/** Connections begin as the role that they are as long as they work for no tenant. */
function asDirectory(given: string): string {
  const url = new URL(given);
  const options = url.searchParams.get('options');
  url.searchParams.set('options', `${options === null ? '' : `${options} `}-c role=${DIRECTORY_ROLE}`);
  return url.href;
}

function embedded(folder: string | null): Opened {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = folder === null ? () => {} : lockFolder(folder);
  const pglite = () => new PGlite(folder === null ? undefined : join(folder, 'database'));
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
  const prepare = async () => {
    await migrate(db);
    await sql.raw(`set role ${DIRECTORY_ROLE}`).execute(db);
  };
  return { db, prepare, release, connections: () => null, openChannel: channelInProcess };
}

/** PGlite reads an eight-byte integer as a number; make `pg` do the same instead of giving text. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;

/** On a connection of its own, with all the time that a large table takes. */
async function migrateAsOwner(connectionString: string): Promise<void> {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: { getTypeParser },
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
