import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { acrossTenants, bindTable, DIRECTORY_ROLE, PRIVACY_ROLE } from './011-forced-rows.ts';

const CHANGES = [
  'alter table sign_ins add column link text',
  `create table device_sign_ins (
    tenant text not null,
    device uuid not null,
    link text not null unique,
    code text not null,
    expires_at bigint not null,
    primary key (tenant, device)
  )`,
  // Keyed hash of who somebody is at the identity provider, whatever they are called there.
  'alter table subjects add column account text',
  'create unique index subjects_by_account on subjects (tenant, account)',
  // Who says whose a device is; null: nobody does.
  'alter table subject_devices add column assurance text',
  `grant select, insert, update, delete on device_sign_ins to ${PRIVACY_ROLE}`,
  `grant select (browser, os, revoked_at) on devices to ${PRIVACY_ROLE}`,
  // Whose link it is that somebody holds: no tenant is known before.
  `grant select (tenant, link) on device_sign_ins to ${DIRECTORY_ROLE}`,
  `create policy directory on device_sign_ins for select to ${DIRECTORY_ROLE} using (true)`,
];

/** People who sign in on their browser: on their way, and whose a device is since then. */
export const deviceSignIn: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of CHANGES) await sql.raw(statement).execute(db);
    await bindTable(db, 'device_sign_ins');
    await acrossTenants(db, ['subjects', 'subject_devices'], () =>
      sql`update subject_devices set assurance = 'managed' from subjects
        where subjects.tenant = subject_devices.tenant and subjects.id = subject_devices.subject
          and subjects.identity is not null`.execute(db),
    );
  },
};
