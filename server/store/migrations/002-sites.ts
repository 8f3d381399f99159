import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const TABLES = [
  `create table site_packs (
    tenant text not null,
    digest text not null,
    epoch text not null,
    version bigint not null,
    envelope text not null,
    etag text not null,
    added_at bigint not null,
    primary key (tenant, digest, epoch)
  )`,
  `create table discovered_sites (
    tenant text not null,
    id uuid not null,
    device uuid not null,
    host text not null,
    domain text not null,
    times bigint not null,
    governed boolean not null,
    received_at bigint not null,
    primary key (tenant, id)
  )`,
  'create index discovered_sites_by_arrival on discovered_sites (tenant, received_at)',
];

/** Signed site packs, and the AI sites that browsers discovered. */
export const sites: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
  },
};
