/** People who sign in on their browser: devices that wait for somebody, and whose they are then. */

import { hashSecret } from '../auth/secret.ts';
import type { TenantKeys } from '../privacy/keyring.ts';
import { type Period, periodOf, toName } from '../privacy/pseudonym.ts';
import type { Assurance } from './privacy-tables.ts';
import type { Db } from './schema.ts';
import {
  type DeviceAt,
  FOREVER,
  giveDevice,
  holdDevice,
  type Identity,
  knownPerson,
  newSubject,
  openIdentity,
  sealIdentity,
} from './subjects.ts';

/** As long as one may need to find a second factor. */
export const WAIT_MS = 10 * 60 * 1000;

type Device = Omit<DeviceAt, 'at'>;

/** A device waits for somebody; what it waited for before counts no more. @returns When it ends. */
export async function putDeviceSignIn(
  db: Db,
  { tenant, device, at }: DeviceAt,
  offer: { link: string; code: string },
): Promise<number> {
  const expires_at = at + WAIT_MS;
  await db.deleteFrom('device_sign_ins').where('expires_at', '<=', at).execute();
  await db
    .insertInto('device_sign_ins')
    .values({ tenant, device, expires_at, ...offer })
    .onConflict((conflict) => conflict.columns(['tenant', 'device']).doUpdateSet({ expires_at, ...offer }))
    .execute();
  return expires_at;
}

export async function pendingSignIn(db: Db, { tenant, device, at }: DeviceAt) {
  const row = await db
    .selectFrom('device_sign_ins')
    .select(['code', 'expires_at as expiresAt'])
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row ?? null;
}

/** The device that waits at this link, with what to tell it by; null for one that may not enrol either. */
export async function findDeviceSignIn(db: Db, link: string, at: number) {
  const row = await db
    .selectFrom('device_sign_ins')
    .innerJoin('devices', (join) =>
      join
        .onRef('devices.tenant', '=', 'device_sign_ins.tenant')
        .onRef('devices.device', '=', 'device_sign_ins.device'),
    )
    .select(['device_sign_ins.tenant', 'device_sign_ins.device', 'code', 'browser', 'os'])
    .where('link', '=', link)
    .where('expires_at', '>', at)
    .where('devices.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns Whether there was one. */
export async function dropDeviceSignIn(db: Db, { tenant, device }: Device): Promise<boolean> {
  const gone = db.deleteFrom('device_sign_ins').where('tenant', '=', tenant).where('device', '=', device);
  return (await gone.executeTakeFirst()).numDeletedRows > 0n;
}

/** Somebody as the identity provider knows them. */
export interface SignedInPerson {
  /** What stays the same when names change. */
  account: string;
  name: string;
  groups: string[];
}

/**
 * The device is this person's from now on. One whom settings named before is the same person when the name is, as long as
 * nobody else has signed in under it.
 * @returns Null when somebody else has.
 */
export async function giveToPerson(
  trx: Db,
  keys: TenantKeys,
  place: DeviceAt,
  { account, name, groups }: SignedInPerson,
): Promise<string | null> {
  const { tenant, at } = place;
  const now = await holdDevice(trx, place);
  // Hashed before, because a lookup takes upper and lower case for the same.
  const hash = keys.lookup(hashSecret(account));
  const lookup = keys.lookup(name);
  const subject = (await withAccount(trx, tenant, hash)) ?? (await claimName(trx, keys, tenant, at, { name, hash }));
  if (subject === null) return null;
  const { wrapped_key } = await row(trx, tenant, subject).select('wrapped_key').executeTakeFirstOrThrow();
  const identity = sealIdentity(keys, tenant, subject, wrapped_key!, { user: name, assurance: 'oidc', groups });
  const change = trx.updateTable('subjects').set({ identity }).where('tenant', '=', tenant).where('id', '=', subject);
  await change.execute();
  // They may have another name now; one that is somebody else's already stays theirs.
  const isFree = trx.selectFrom('subjects').select('id').where('tenant', '=', tenant).where('lookup', '=', lookup);
  if ((await isFree.executeTakeFirst()) === undefined) {
    await trx.updateTable('subjects').set({ lookup }).where('tenant', '=', tenant).where('id', '=', subject).execute();
  }
  if (now?.subject !== subject || now.assurance !== 'oidc') await giveDevice(trx, place, now, subject, 'oidc');
  return subject;
}

const row = (trx: Db, tenant: string, subject: string) =>
  trx.selectFrom('subjects').where('tenant', '=', tenant).where('id', '=', subject);

async function withAccount(trx: Db, tenant: string, hash: string): Promise<string | null> {
  const rows = trx.selectFrom('subjects').select('id').where('tenant', '=', tenant).where('account', '=', hash);
  // Held, so that nobody erases them in this moment.
  return (await rows.where('wrapped_key', 'is not', null).forUpdate().executeTakeFirst())?.id ?? null;
}

/** Who has this name and no account yet, or somebody new, has this account from now on. */
async function claimName(
  trx: Db,
  keys: TenantKeys,
  tenant: string,
  at: number,
  { name, hash }: { name: string; hash: string },
): Promise<string | null> {
  const subject =
    (await knownPerson(trx, tenant, keys.lookup(name))) ?? (await newSubject(trx, keys, tenant, at, name));
  const claimed = await trx
    .updateTable('subjects')
    .set({ account: hash })
    .where('tenant', '=', tenant)
    .where('id', '=', subject)
    .where('account', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return claimed?.id ?? null;
}

/** Nobody is signed in there any more. @returns Who was, null when nobody was. */
export async function takeFromPerson(trx: Db, keys: TenantKeys, place: DeviceAt): Promise<string | null> {
  const now = await holdDevice(trx, place);
  if (now?.assurance !== 'oidc') return null;
  await giveDevice(trx, place, now, await newSubject(trx, keys, place.tenant, place.at, null), null);
  return now.subject;
}

/** Whose a device is, opened: for the device itself, and nobody else. */
export interface DevicePerson extends Identity {
  assurance: Assurance;
  ref: string;
  since: number;
}

/** Null when nobody has told, or they are erased. */
export async function personOf(
  db: Db,
  keys: TenantKeys,
  period: Period,
  { tenant, device, at }: DeviceAt,
): Promise<DevicePerson | null> {
  const link = await db
    .selectFrom('subject_devices')
    .select(['subject', 'assurance', 'since'])
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .where('until', '=', FOREVER)
    .where('assurance', 'is not', null)
    .executeTakeFirst();
  if (!link?.subject || link.assurance === null) return null;
  const ref = await nameOf(db, keys, period, { tenant, subject: link.subject, at });
  const identity = await openIdentity(db, keys, tenant, link.subject);
  if (ref === null || identity === null) return null;
  return { ...identity, assurance: link.assurance, ref, since: link.since };
}

/** What somebody is called at a time; null when they are erased. */
export async function nameOf(
  db: Db,
  keys: TenantKeys,
  period: Period,
  { tenant, subject, at }: { tenant: string; subject: string; at: number },
): Promise<string | null> {
  const found = await row(db, tenant, subject).select('wrapped_key').executeTakeFirst();
  const key = found?.wrapped_key ? keys.openSubjectKey(subject, found.wrapped_key) : null;
  return key === null ? null : toName(keys.pseudonymBytes(key, periodOf(at, period)));
}
