import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE } from './007-tenancy.ts';

/** Who may come in: accounts, sessions, devices, enrolment tokens, the documents devices are given, the endpoint's key. */
export const ACCESS_ROLE = 'sluice_access';
/** The sequencer of the transparency log. */
export const LOG_ROLE = 'sluice_log';
/** The feed, and the connectors that read it. */
export const FEED_ROLE = 'sluice_feed';
/** Whose a device is, what two people decide together, holds and retention. */
export const PRIVACY_ROLE = 'sluice_privacy';
/**
 * What a connection is until it works for a tenant. It sees across tenants, and only: whose token this is, which tenants
 * have something to log, and how far the logs are.
 */
export const DIRECTORY_ROLE = 'sluice_directory';

const GRANTS: Record<string, Record<string, string>> = {
  [ACCESS_ROLE]: {
    enrolment_tokens: 'select, insert, update',
    devices: 'select, insert, update',
    reviewers: 'select, insert, update',
    sessions: 'select, insert, update, delete',
    sign_ins: 'select, insert, delete',
    server_keys: 'select, insert',
    policies: 'select, insert, update (envelope, etag)',
    site_packs: 'select, insert, update (envelope, etag)',
    audit: 'insert',
  },
  [LOG_ROLE]: {
    chains: 'select, update (logged_seq)',
    records: 'select',
    audit: 'select, update (is_logged)',
    logs: 'select, insert, update',
    log_tiles: 'select, insert, update',
    log_runs: 'select, insert',
    log_checkpoints: 'select, insert',
  },
  [FEED_ROLE]: {
    feeds: 'select, insert, update',
    feed_runs: 'select, insert',
    connectors: 'select, insert, update',
    connector_dead_letters: 'select, insert, update, delete',
    incidents: 'select, update (fed_version)',
    logs: 'select',
    log_runs: 'select',
    records: 'select',
    audit: 'select',
  },
  [PRIVACY_ROLE]: {
    subjects: 'select, insert, update',
    subject_devices: 'select, insert, update',
    privacy_states: 'select, insert, update',
    proposals: 'select, insert, update',
    legal_holds: 'select, insert, update',
    retention_profiles: 'select, insert',
    erased_runs: 'select, insert',
    retention_runs: 'select, insert, update',
    devices: 'select (tenant, device)',
    incidents: 'select',
    audit: 'insert',
  },
  // The list of devices says which token each came with.
  [APP_ROLE]: { enrolment_tokens: 'select (tenant, hash, label)' },
  [DIRECTORY_ROLE]: {
    devices: 'select (tenant, token_hash)',
    sessions: 'select (tenant, token_hash)',
    chains: 'select (tenant, logged_seq, contiguous_seq)',
    audit: 'select (tenant, is_logged)',
    logs: 'select (tenant)',
    log_checkpoints: 'select (tenant, size, made_at)',
  },
};

/** The duties that are done for one tenant, by the role that does them. */
export const BOUND_ROLES = [APP_ROLE, ACCESS_ROLE, LOG_ROLE, FEED_ROLE, PRIVACY_ROLE] as const;

const BOUND = `tenant = current_setting('app.tenant', true)`;

const createRole = (role: string) => `do $$ begin
    create role ${role} nologin;
  exception when duplicate_object or unique_violation or insufficient_privilege then null;
  end $$`;

/** As in 007: a superuser puts on any role, everybody else what was granted. */
const joinRole = (role: string) => `do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant ${role} to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`;

/** Every table with a tenant, and whether its rows show themselves to their tenant alone already. */
const TENANT_TABLES = sql<{ name: string; bound: boolean }>`select c.relname as name,
    exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant') as bound
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`;

/**
 * The rows' owner is bound by their tenant as well, each duty of the endpoint has a role that may do it and nothing else,
 * and there is one way across tenants. A later migration that adds a table calls `bindTable`; one that changes rows of all
 * tenants calls `acrossTenants`, or it sees none.
 */
export const forcedRows: Migration = {
  async up(db: Kysely<unknown>) {
    // They were nobody's in particular; whoever is on the way signs in again.
    await sql`delete from sign_ins`.execute(db);
    await sql`alter table sign_ins add column tenant text not null`.execute(db);
    for (const [role, grants] of Object.entries(GRANTS)) {
      await sql.raw(createRole(role)).execute(db);
      await sql.raw(`grant usage on schema public to ${role}`).execute(db);
      await sql.raw(joinRole(role)).execute(db);
      for (const [table, rights] of Object.entries(grants)) {
        await sql.raw(`grant ${rights} on ${table} to ${role}`).execute(db);
      }
    }
    for (const { name, bound } of (await TENANT_TABLES.execute(db)).rows) {
      if (bound) await sql`alter table ${sql.table(name)} force row level security`.execute(db);
      else await bindTable(db, name);
    }
    for (const table of Object.keys(GRANTS[DIRECTORY_ROLE]!)) {
      await sql.raw(`create policy directory on ${table} for select to ${DIRECTORY_ROLE} using (true)`).execute(db);
    }
  },
};

/** What every table with a column `tenant` needs, besides grants to the roles that use it. */
export async function bindTable(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  const bound = sql.raw(BOUND);
  await sql`create policy tenant on ${sql.table(table)} using (${bound}) with check (${bound})`.execute(db);
}

/** For a migration: work on the rows of all tenants in these tables as their owner. */
export async function acrossTenants<T>(
  db: Kysely<unknown>,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  for (const table of tables) await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
  const done = await work();
  for (const table of tables) await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  return done;
}
