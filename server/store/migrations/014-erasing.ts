import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { DIRECTORY_ROLE, PRIVACY_ROLE } from './011-forced-rows.ts';

/** What retention erases, and nothing else. */
export const ERASER_ROLE = 'sluice_eraser';

const CHANGES = [
  'alter table erased_runs add column batch uuid not null',
  'create index erased_runs_by_batch on erased_runs (tenant, at, batch)',
  'create index incidents_by_place on incidents (tenant, chain, seq)',
  // As in 007: roles are the cluster's.
  `do $$ begin
    create role ${ERASER_ROLE} nologin;
  exception when duplicate_object or unique_violation or insufficient_privilege then null;
  end $$`,
  `do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant ${ERASER_ROLE} to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`,
  `grant usage on schema public to ${ERASER_ROLE}`,
];

const GRANTS: Record<string, Record<string, string>> = {
  [ERASER_ROLE]: {
    records: 'select, delete',
    decisions: 'select (tenant, id), delete',
    effects: 'select (tenant, id), delete',
    discovered_sites: 'select (tenant, id), delete',
    incidents: 'select, delete',
    incident_events: 'select (tenant, incident), delete',
    feed_runs: 'select (tenant, incident), update (incident)',
    chains: 'select',
    legal_holds: 'select',
    subject_devices: 'select',
    retention_profiles: 'select',
    retention_runs: 'select, insert, update',
    erased_runs: 'select, insert',
    audit: 'insert',
  },
  // Counts of people, for those who may not see single decisions.
  [PRIVACY_ROLE]: {
    decisions: 'select (tenant, device, received_at, action, app, classes)',
    discovered_sites: 'select (tenant, device, received_at, domain)',
    devices: 'select (seen_at)',
  },
  [DIRECTORY_ROLE]: { retention_profiles: 'select (tenant)', proposals: 'select (tenant, state)' },
};

/** A role that may erase, and the one way across tenants to what is to be erased or has ended. */
export const erasing: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of CHANGES) await sql.raw(statement).execute(db);
    for (const [role, grants] of Object.entries(GRANTS)) {
      for (const [table, rights] of Object.entries(grants)) {
        await sql.raw(`grant ${rights} on ${table} to ${role}`).execute(db);
      }
    }
    for (const table of Object.keys(GRANTS[DIRECTORY_ROLE]!)) {
      await sql.raw(`create policy directory on ${table} for select to ${DIRECTORY_ROLE} using (true)`).execute(db);
    }
  },
};
