import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** As they were then. A class that is new needs an index of its own by a migration of its own. */
const CLASSES = ['PII', 'PHI', 'PCI', 'SECRET', 'SOURCE_CODE', 'CONFIDENTIAL', 'CUSTOM', 'PROMPT_RISK'];

const INDEXES = [
  // One for the app, for the host, and for the list of which there are.
  'create index decisions_by_place on decisions (tenant, app, host, ts desc, id desc)',
  'drop index decisions_by_app',
  'create index decisions_by_device on decisions (tenant, device, ts desc, id desc)',
  // Most decisions have no finding, so these are small. Looking into JSON by an index of its own is nothing that row-level
  // security lets happen before it has looked at the row.
  ...CLASSES.map(
    (name) => `create index decisions_with_${name.toLowerCase()} on decisions (tenant, ts desc, id desc)
      where jsonb_exists(classes, '${name}')`,
  ),
  'create index incidents_by_state on incidents (tenant, status, severity, created_at desc, id desc)',
];

/** So that every filter of a list finds its newest rows without looking through the others. */
export const lists: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of INDEXES) await sql.raw(statement).execute(db);
  },
};
