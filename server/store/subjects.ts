/** Who is behind a device: sealed, each with a key of their own, so that destroying the key is forgetting them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TenantKeys } from '../privacy/keyring.ts';
import { type Period, periodOf, toName } from '../privacy/pseudonym.ts';
import { seal, unseal } from '../privacy/seal.ts';
import { tenantsWithDevices } from './directory.ts';
import { columnsOf } from './insert-rows.ts';
import type { Store } from './open.ts';
import type { Assurance, SubjectDeviceTable } from './privacy-tables.ts';
import type { Db } from './schema.ts';

/** "Still", as a time. */
export const FOREVER = Number.MAX_SAFE_INTEGER;

/** Who somebody is, as far as anybody has told. */
export interface Identity {
  user: string;
  /** Who says so. */
  assurance: Assurance;
  /** As the identity provider named them when the person signed in last. */
  groups?: string[];
}

/** A device at a time, by the endpoint's clock. */
export interface Place {
  device: string;
  at: number;
}

const placeOf = (tenant: string, subject: string) => `identity/${tenant}/${subject}`;

/** A device that is new belongs to somebody nobody has named. */
export async function addDeviceSubject(trx: Db, keys: TenantKeys, { tenant, device, at }: DeviceAt): Promise<void> {
  const subject = await newSubject(trx, keys, tenant, at, null);
  await trx
    .insertInto('subject_devices')
    .values({ tenant, device, subject, assurance: null, since: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface DeviceAt {
  tenant: string;
  device: string;
  at: number;
}

/** Devices that came before there were subjects, of every tenant. @returns How many were given one. */
export async function adoptDevices(
  store: Pick<Store, 'of' | 'directory'>,
  keysOf: (tenant: string) => TenantKeys,
): Promise<number> {
  let adopted = 0;
  for (const tenant of await tenantsWithDevices(store.directory)) {
    adopted += await adoptDevicesOf(store.of(tenant, 'privacy'), tenant, keysOf(tenant));
  }
  return adopted;
}

async function adoptDevicesOf(db: Db, tenant: string, keys: TenantKeys): Promise<number> {
  const orphans = await db
    .selectFrom('devices')
    .leftJoin('subject_devices', (join) =>
      join
        .onRef('subject_devices.tenant', '=', 'devices.tenant')
        .onRef('subject_devices.device', '=', 'devices.device'),
    )
    .select('devices.device')
    .where('devices.tenant', '=', tenant)
    .where('subject_devices.device', 'is', null)
    .execute();
  for (const { device } of orphans) {
    await db.transaction().execute((trx) => addDeviceSubject(trx, keys, { tenant, device, at: 0 }));
  }
  return orphans.length;
}

/**
 * A device tells whose it is by its settings, from now on; null: nobody's in particular. The same person on two devices is
 * one subject. Who signed in is not put in question by settings.
 * @returns False when that was known, or somebody is signed in.
 */
export async function setIdentity(db: Db, keys: TenantKeys, place: DeviceAt, user: string | null): Promise<boolean> {
  const { tenant, at } = place;
  return db.transaction().execute(async (trx) => {
    const now = await holdDevice(trx, place);
    const lookup = user === null ? null : keys.lookup(user);
    if (now?.subject && (now.assurance === 'oidc' || now.lookup === lookup)) return false;
    const subject = (await knownPerson(trx, tenant, lookup)) ?? (await newSubject(trx, keys, tenant, at, user));
    await giveDevice(trx, place, now, subject, user === null ? null : 'managed');
    return true;
  });
}

/** Whose a device is. */
export type Holder = Pick<SubjectDeviceTable, 'subject' | 'assurance'> & { since: number; lookup: string | null };

/** Whose the device is; until the transaction ends nobody else changes it. */
export async function holdDevice(trx: Db, { tenant, device }: DeviceAt): Promise<Holder | undefined> {
  // Two answers of one device take turns.
  await sql`select pg_advisory_xact_lock(hashtext(${`identity/${tenant}/${device}`}))`.execute(trx);
  return trx
    .selectFrom('subject_devices')
    .leftJoin('subjects', (join) =>
      join.onRef('subjects.tenant', '=', 'subject_devices.tenant').onRef('subjects.id', '=', 'subject_devices.subject'),
    )
    .select(['subject_devices.since', 'subject_devices.subject', 'subject_devices.assurance', 'subjects.lookup'])
    .where('subject_devices.tenant', '=', tenant)
    .where('subject_devices.device', '=', device)
    .where('subject_devices.until', '=', FOREVER)
    .executeTakeFirst();
}

/** From `at` on the device is somebody else's than `now`, or it is known in another way. */
export async function giveDevice(
  trx: Db,
  { tenant, device, at }: DeviceAt,
  now: Holder | undefined,
  subject: string,
  assurance: Assurance | null,
): Promise<void> {
  if (now?.since === at) {
    const row = trx.updateTable('subject_devices').set({ subject, assurance }).where('tenant', '=', tenant);
    await row.where('device', '=', device).where('since', '=', at).execute();
    return;
  }
  const ended = trx.updateTable('subject_devices').set({ until: at }).where('tenant', '=', tenant);
  await ended.where('device', '=', device).where('until', '=', FOREVER).execute();
  await trx.insertInto('subject_devices').values({ tenant, device, subject, assurance, since: at }).execute();
}

export async function knownPerson(trx: Db, tenant: string, lookup: string | null): Promise<string | null> {
  if (lookup === null) return null;
  const rows = trx.selectFrom('subjects').select('id').where('tenant', '=', tenant).where('lookup', '=', lookup);
  // Held, so that nobody erases them in this moment.
  return (await rows.forUpdate().executeTakeFirst())?.id ?? null;
}

/** @param user Null: whoever has a device. */
export async function newSubject(
  trx: Db,
  keys: TenantKeys,
  tenant: string,
  at: number,
  user: string | null,
): Promise<string> {
  const id = randomUUID();
  const wrapped_key = keys.newSubjectKey(id);
  const identity = user === null ? null : sealIdentity(keys, tenant, id, wrapped_key, { user, assurance: 'managed' });
  const lookup = user === null ? null : keys.lookup(user);
  const row = { tenant, id, wrapped_key, identity, lookup, account: null, created_at: at, erased_at: null };
  const made = await trx
    .insertInto('subjects')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant', 'lookup']).doNothing())
    .returning('id')
    .executeTakeFirst();
  // Another device of theirs was quicker.
  return made?.id ?? (await knownPerson(trx, tenant, lookup))!;
}

export function sealIdentity(
  keys: TenantKeys,
  tenant: string,
  id: string,
  wrapped: Uint8Array,
  identity: Identity,
): Buffer {
  const key = keys.openSubjectKey(id, wrapped);
  if (key === null) throw new Error('a subject key that was just made does not open');
  return seal(key, placeOf(tenant, id), Buffer.from(JSON.stringify(identity)));
}

/** Null when nobody told, or they are erased. Throws when the endpoint has another key than they were sealed with. */
export async function openIdentity(
  db: Db,
  keys: TenantKeys,
  tenant: string,
  subject: string,
): Promise<Identity | null> {
  const row = await findSubject(db, tenant, subject);
  if (row?.wrapped_key == null || row.identity === null) return null;
  const key = keys.openSubjectKey(subject, row.wrapped_key);
  const plain = key === null ? null : unseal(key, placeOf(tenant, subject), row.identity);
  if (plain === null) throw new Error('an identity cannot be opened with the key of this endpoint');
  return JSON.parse(plain.toString()) as Identity;
}

export async function findSubject(db: Db, tenant: string, id: string) {
  const rows = db.selectFrom('subjects').selectAll().where('tenant', '=', tenant).where('id', '=', id);
  return (await rows.executeTakeFirst()) ?? null;
}

/** Whose the device was at the time; null when that is not known, or not any more. */
export async function subjectAt(db: Db, tenant: string, { device, at }: Place): Promise<string | null> {
  const row = await db
    .selectFrom('subject_devices')
    .select('subject')
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .where('since', '<=', at)
    .where('until', '>', at)
    .executeTakeFirst();
  return row?.subject ?? null;
}

/** The person with exactly this name, however it is written. */
export async function subjectOfUser(db: Db, keys: TenantKeys, tenant: string, user: string): Promise<string | null> {
  const rows = db.selectFrom('subjects').select('id').where('tenant', '=', tenant);
  return (await rows.where('lookup', '=', keys.lookup(user)).executeTakeFirst())?.id ?? null;
}

/** The pseudonym of each place, in their order; null where nobody is known, or not any more. */
export async function namesAt(
  db: Db,
  keys: TenantKeys,
  period: Period,
  tenant: string,
  places: readonly Place[],
): Promise<(string | null)[]> {
  if (places.length === 0) return [];
  const numbered = places.map((place, index) => ({ ...place, index }));
  const { names, arrays } = columnsOf({ device: 'uuid', at: 'bigint', index: 'integer' }, numbered);
  const { rows } = await sql<{ index: number; id: string; wrapped_key: Uint8Array }>`
    select places.index, subjects.id, subjects.wrapped_key
    from unnest(${arrays}) as places(${names})
    join subject_devices link on link.tenant = ${tenant} and link.device = places.device
      and link.since <= places.at and link.until > places.at
    join subjects on subjects.tenant = ${tenant} and subjects.id = link.subject
    where subjects.wrapped_key is not null`.execute(db);
  const called: (string | null)[] = places.map(() => null);
  const secrets = new Map<string, Buffer | null>();
  for (const { index, id, wrapped_key } of rows) {
    const key = secrets.get(id) ?? keys.openSubjectKey(id, wrapped_key);
    secrets.set(id, key);
    if (key !== null) called[index] = toName(keys.pseudonymBytes(key, periodOf(places[index]!.at, period)));
  }
  return called;
}
