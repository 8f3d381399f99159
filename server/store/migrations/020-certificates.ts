import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { APP_ROLE } from './007-tenancy.ts';
import { ACCESS_ROLE, bindTable } from './011-forced-rows.ts';

const CHANGES = [
  `create table device_certificates (
    tenant text not null,
    serial uuid not null,
    device uuid not null,
    kid text not null,
    not_before bigint not null,
    not_after bigint not null,
    assurance text not null,
    certificate text not null,
    revoked_at bigint,
    revoked_by text,
    revoked_why text,
    primary key (tenant, serial)
  )`,
  'create index device_certificates_by_device on device_certificates (tenant, device, not_before)',
  'alter table devices add column certificate uuid, add column certified_until bigint',
];

const GRANTS = [
  `select, insert, update (revoked_at, revoked_by, revoked_why) on device_certificates to ${ACCESS_ROLE}`,
  // A device that hands over to another key does so in a record.
  `select, insert on device_certificates to ${APP_ROLE}`,
  `update (certificate, certified_until) on devices to ${APP_ROLE}`,
];

/** Certificates of device keys. Devices that are known already are given theirs when they next come. */
export const certificates: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of CHANGES) await sql.raw(statement).execute(db);
    await bindTable(db, 'device_certificates');
    for (const grant of GRANTS) await sql.raw(`grant ${grant}`).execute(db);
  },
};
