import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE } from './007-tenancy.ts';

/** The keys a device had before its present one: what they signed still has to be verified. */
export const deviceKeys: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(`alter table devices add column earlier_keys jsonb not null default '[]'`).execute(db);
    await sql.raw(`grant update (kid, public_key, earlier_keys) on devices to ${APP_ROLE}`).execute(db);
  },
};
