/** A PostgreSQL whose tables are full: filled now, or before and kept. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { openStore } from '../../../server/store/open.ts';
import type { Db } from '../../../server/store/schema.ts';
import { type RunningPostgres, startPostgres } from '../../postgres/start.ts';
import { fill } from './fill.ts';

/** For the time of filling alone: what is lost in a crash is filled again. */
const FILLING = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  checkpoint_timeout: '1d',
  max_wal_size: '8GB',
  shared_buffers: '1GB',
  maintenance_work_mem: '1GB',
};
const MEASURING = { shared_buffers: '1GB', max_wal_size: '8GB' };

export const FILLED_TENANT = 'bench';

export interface Filled {
  rows: number;
  /** Milliseconds since the epoch: that of the newest row. */
  now: number;
  /** That filling took. */
  seconds: number;
  /** On disk. */
  bytes: number;
}

export interface FilledCluster extends Filled {
  postgres: RunningPostgres;
}

/** @param keep A folder in which filled clusters stay, one for each number of rows; null: gone when it is removed. */
export async function openFilled(
  rows: number,
  keep: string | null,
  progress: (message: string) => void,
): Promise<FilledCluster> {
  const folder = keep === null ? null : join(keep, `rows-${rows}`);
  const label = folder === null ? null : join(folder, 'filled.json');
  if (label !== null && existsSync(label)) {
    const filled = JSON.parse(readFileSync(label, 'utf8')) as Filled;
    return { ...filled, postgres: await startPostgres(MEASURING, tmpdir(), folder) };
  }
  if (folder !== null) {
    // One that was not finished.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const postgres = await startPostgres(FILLING, tmpdir(), folder);
  try {
    const filled = await fillAll(postgres.url, rows, progress);
    await postgres.stop();
    if (label !== null) writeFileSync(label, JSON.stringify(filled));
    await postgres.start(MEASURING);
    return { ...filled, postgres };
  } catch (error) {
    await postgres.remove();
    throw error;
  }
}

async function fillAll(url: string, rows: number, progress: (message: string) => void): Promise<Filled> {
  await openStore({ kind: 'postgres', url }).then((store) => store.close());
  const began = performance.now();
  const now = Date.now();
  const bytes = await withoutLimits(url, async (db) => {
    const tell = (done: number) => progress(`ingest: ${done} of ${rows} rows`);
    await fill(db, { tenant: FILLED_TENANT, rows, now }, tell);
    await sql`vacuum analyze`.execute(db);
    const size = sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`;
    return Number((await size.execute(db)).rows[0]!.bytes);
  });
  return { rows, now, seconds: Math.round((performance.now() - began) / 1000), bytes };
}

/** Connections on which a statement may take as long as it takes. */
async function withoutLimits<T>(connectionString: string, work: (db: Db) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString });
  pool.on('error', () => {});
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
