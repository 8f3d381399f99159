import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const CHANGES = [
  // Why and by whom; of devices that were revoked before, nobody wrote it down.
  'alter table devices add column revoked_by text',
  'alter table devices add column revoked_why text',
];

/** Why a device was shut out, for whoever looks at it later. */
export const revocation: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of CHANGES) await sql.raw(statement).execute(db);
  },
};
