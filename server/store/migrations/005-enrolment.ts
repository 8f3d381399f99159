import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const CHANGES = [
  "alter table enrolment_tokens add column label text not null default ''",
  "alter table enrolment_tokens add column created_by text not null default 'settings'",
  'alter table enrolment_tokens add column revoked_at bigint',
  // Which token a device came with; those from before are not known.
  'alter table devices add column token_used text',
  'create index devices_by_enrolment on devices (tenant, enrolled_at desc, device desc)',
];

/** Enrolment tokens that people make and end, and devices that can be listed and revoked. */
export const enrolment: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of CHANGES) await sql.raw(statement).execute(db);
  },
};
