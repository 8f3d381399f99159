import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const TABLES = [
  `create table logs (
    tenant text primary key,
    size bigint not null
  )`,
  `create table log_tiles (
    tenant text not null,
    level integer not null,
    index bigint not null,
    hashes bytea not null,
    primary key (tenant, level, index)
  )`,
  `create table log_runs (
    tenant text not null,
    first bigint not null,
    count bigint not null,
    chain uuid,
    seq bigint not null,
    primary key (tenant, first)
  )`,
  'create index log_runs_by_chain on log_runs (tenant, chain, seq)',
  `create table log_checkpoints (
    tenant text not null,
    size bigint not null,
    note text not null,
    made_at bigint not null,
    primary key (tenant, size)
  )`,
  'alter table chains add column logged_seq bigint not null default 0',
  'create index chains_to_log on chains (tenant) where logged_seq < contiguous_seq',
  'alter table audit add column is_logged boolean not null default false',
  'create index audit_to_log on audit (tenant, id) where not is_logged',
];

/** The transparency log: its tree in tiles, what stands where, and its checkpoints. */
export const log: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
  },
};
