import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const TABLES = [
  `create table subjects (
    tenant text not null,
    id uuid not null,
    wrapped_key bytea,
    identity bytea,
    lookup text,
    created_at bigint not null,
    erased_at bigint,
    primary key (tenant, id)
  )`,
  'create unique index subjects_by_lookup on subjects (tenant, lookup)',
  `create table subject_devices (
    tenant text not null,
    device uuid not null,
    subject uuid,
    since bigint not null,
    until bigint not null default 9007199254740991,
    primary key (tenant, device, since)
  )`,
  'create index subject_devices_by_subject on subject_devices (tenant, subject)',
  `create table privacy_states (
    tenant text primary key,
    key_id text not null,
    council_mode boolean not null
  )`,
  `create table proposals (
    tenant text not null,
    id uuid not null,
    kind text not null,
    state text not null,
    subject uuid,
    incident uuid,
    purpose text not null,
    reason text not null,
    params jsonb not null,
    needs jsonb not null,
    votes jsonb not null default '[]',
    asked_by text not null,
    asked_at bigint not null,
    ends_at bigint not null,
    used_at bigint,
    primary key (tenant, id)
  )`,
  'create index proposals_by_time on proposals (tenant, asked_at desc, id desc)',
  `create index proposals_to_end on proposals (ends_at) where state in ('open', 'approved')`,
  `create table legal_holds (
    tenant text not null,
    id uuid not null,
    subject uuid,
    reason text not null,
    created_by text not null,
    created_at bigint not null,
    lifted_by text,
    lifted_at bigint,
    primary key (tenant, id)
  )`,
  `create table retention_profiles (
    tenant text not null,
    id bigint generated always as identity,
    profile jsonb not null,
    proposal uuid not null,
    since bigint not null,
    primary key (tenant, id)
  )`,
  `create table erased_runs (
    tenant text not null,
    chain uuid not null,
    first_seq bigint not null,
    last_seq bigint not null,
    head text not null,
    at bigint not null,
    primary key (tenant, chain, first_seq)
  )`,
  `create table retention_runs (
    tenant text primary key,
    holder uuid,
    held_until bigint not null default 0,
    began_at bigint,
    ended_at bigint,
    erased bigint not null default 0,
    failed text
  )`,
  'create index records_by_arrival on records using brin (received_at) with (autosummarize = on)',
];

const NAMES = [
  'subjects',
  'subject_devices',
  'privacy_states',
  'proposals',
  'legal_holds',
  'retention_profiles',
  'erased_runs',
  'retention_runs',
];

/** Work for a tenant needs of all this only what is gone of its chains; keys and people are for nobody else. */
const GRANTS = ['grant select on erased_runs to sluice_app, sluice_reader'];

/** Who is behind a device, sealed; what two people have to agree on; holds, retention and what it took. */
export const privacy: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...TABLES, ...GRANTS]) await sql.raw(statement).execute(db);
    const bound = sql.raw(`tenant = current_setting('app.tenant', true)`);
    for (const name of NAMES) {
      await sql`alter table ${sql.table(name)} enable row level security`.execute(db);
      await sql`create policy tenant on ${sql.table(name)} using (${bound}) with check (${bound})`.execute(db);
    }
  },
};
