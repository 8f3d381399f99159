import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  'alter table chains add column last_seq bigint not null default 0',
  `update chains set last_seq = coalesce(
    (select max(seq) from records where records.tenant = chains.tenant and records.chain = chains.chain), 0)`,
  // Arrival grows with the table, so a summary of its pages finds a window of time; a tree would be paid for by every row.
  'drop index decisions_by_arrival',
  'create index decisions_by_arrival on decisions using brin (received_at) with (autosummarize = on)',
  // Nobody looks for what is most of the table by an index.
  'drop index decisions_by_action',
  `create index decisions_by_action on decisions (tenant, action, ts desc, id desc) where action <> 'allow'`,
  // Most of what a record costs the database is making its text small. Builds without lz4 keep what they have.
  `do $$ begin
    alter table records alter column body set compression lz4;
  exception when feature_not_supported then null;
  end $$`,
  // That an id is there once, `records` says already.
  'alter table effects drop constraint effects_pkey',
  'drop index effects_by_decision',
  'alter table effects add primary key (tenant, decision, id)',
];

/** What makes ingest cheap: the last place of a chain that is taken, and fewer indexes. */
export const ingest: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
