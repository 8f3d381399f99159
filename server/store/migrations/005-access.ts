import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const CHANGES = [
  // Until now there was one account, which did everything.
  `alter table reviewers add column roles jsonb not null default
    '["admin","author","approver","reviewer","privacy_officer","auditor","council_observer"]'`,
  'alter table reviewers alter column roles drop default',
  'alter table reviewers drop column role',
  'alter table reviewers alter column password_hash drop not null',
  'alter table reviewers add column subject text',
  'alter table reviewers add column must_change boolean not null default false',
  'alter table reviewers add column disabled_at bigint',
  'create unique index reviewers_by_subject on reviewers (tenant, subject)',
  // They had no id to be listed by: everybody signs in again.
  'delete from sessions',
  'alter table sessions add column id uuid not null unique',
  'alter table sessions add column seen_at bigint not null',
  'alter table sessions add column agent text not null',
  'create index sessions_by_reviewer on sessions (tenant, reviewer)',
];

/** Roles of reviewers, where they come from, and sessions that can be listed. */
export const access: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of CHANGES) await sql.raw(statement).execute(db);
  },
};
