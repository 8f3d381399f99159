import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `create table feeds (
    tenant text primary key,
    size bigint not null,
    log_size bigint not null
  )`,
  `create table feed_runs (
    tenant text not null,
    first bigint not null,
    count bigint not null,
    log_first bigint,
    incident jsonb,
    made_at bigint not null,
    primary key (tenant, first)
  )`,
  'create index feed_runs_by_time on feed_runs (tenant, made_at)',
  'alter table incidents add column fed_version integer not null default 0',
  'create index incidents_to_feed on incidents (tenant) where fed_version < version',
  `create table connectors (
    tenant text not null,
    name text not null,
    position bigint not null,
    is_paused boolean not null default false,
    holder uuid,
    held_until bigint not null default 0,
    delivered bigint not null default 0,
    failures integer not null default 0,
    retry_at bigint not null default 0,
    last_success_at bigint,
    last_error_at bigint,
    last_error text,
    primary key (tenant, name)
  )`,
  `create table connector_dead_letters (
    tenant text not null,
    connector text not null,
    position bigint not null,
    at bigint not null,
    code text not null,
    tries integer not null default 1,
    is_due boolean not null default false,
    primary key (tenant, connector, position)
  )`,
];

/** The feed that connectors read, how far each has come, and what a receiver refused for good. */
export const connectors: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
