import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the endpoint is while it works for a tenant: bound to it by the database, and without a way to change what was recorded. */
export const APP_ROLE = 'sluice_app';
/** For connectors and reports that read the database themselves. */
export const READER_ROLE = 'sluice_reader';

/** Of records only how they hang together may change, of decisions only their effect. Nothing may be deleted. */
const GRANTS: Record<string, string> = {
  chains: 'select, insert, update',
  records: 'select, insert, update (link)',
  receipts: 'select, insert',
  dead_letters: 'select, insert',
  decisions: 'select, insert, update (effect_state, effect_agreement)',
  effects: 'select, insert',
  discovered_sites: 'select, insert',
  incidents: 'select, insert, update',
  incident_events: 'select, insert',
  devices: 'select, update (seen_at)',
  audit: 'select, insert',
  logs: 'select',
  log_tiles: 'select',
  log_runs: 'select',
  log_checkpoints: 'select',
  policies: 'select',
  site_packs: 'select',
};

/** Neither secrets nor hashes of them. */
const READABLE = Object.keys(GRANTS).filter((table) => table !== 'devices' && table !== 'dead_letters');

const BOUND = `tenant = current_setting('app.tenant', true)`;

/** Roles are the cluster's: another database may have made them, in this moment even, or somebody who may. */
const createRole = (role: string) => `do $$ begin
    create role ${role} nologin;
  exception when duplicate_object or unique_violation or insufficient_privilege then null;
  end $$`;

/** Who is no superuser puts on only what was granted. Whoever made the roles beforehand has granted them, too. */
const JOIN_APP_ROLE = `do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant ${APP_ROLE} to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`;

/** Roles without a way around the rows' owner, and rows that show themselves to their tenant alone. */
export const tenancy: Migration = {
  async up(db: Kysely<unknown>) {
    for (const role of [APP_ROLE, READER_ROLE]) {
      await sql.raw(createRole(role)).execute(db);
      await sql.raw(`grant usage on schema public to ${role}`).execute(db);
    }
    await sql.raw(JOIN_APP_ROLE).execute(db);
    for (const [table, rights] of Object.entries(GRANTS)) {
      await sql.raw(`grant ${rights} on ${table} to ${APP_ROLE}`).execute(db);
    }
    for (const table of READABLE) await sql.raw(`grant select on ${table} to ${READER_ROLE}`).execute(db);
    const tables = await sql<{ name: string }>`select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.column_name = 'tenant' and c.table_schema = current_schema() and t.table_type = 'BASE TABLE'`.execute(db);
    for (const { name } of tables.rows) {
      await sql`alter table ${sql.table(name)} enable row level security`.execute(db);
      await sql`create policy tenant on ${sql.table(name)} using (${sql.raw(BOUND)}) with check (${sql.raw(BOUND)})`.execute(
        db,
      );
    }
  },
};
