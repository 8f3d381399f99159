import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { PRIVACY_ROLE } from './011-forced-rows.ts';

const GRANTS = [
  'select, insert, update (envelope, etag) on policies',
  // Whether there is somebody else who could approve.
  'select (tenant, name, roles, disabled_at) on reviewers',
];

/** What two people decide can put a policy in force. */
export const policyPublication: Migration = {
  async up(db: Kysely<unknown>) {
    for (const grant of GRANTS) await sql.raw(`grant ${grant} to ${PRIVACY_ROLE}`).execute(db);
  },
};
