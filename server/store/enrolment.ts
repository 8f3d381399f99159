/** Enrolment tokens and the devices that used one. */
import { type Selectable, sql } from 'kysely';
import { isSameHash } from '../auth/secret.ts';
import type { EarlierKey } from './access-tables.ts';
import { TOKEN_ID_LENGTH } from './devices.ts';
import { tenantOfDevice } from './directory.ts';
import type { Store } from './open.ts';
import type { Database, Db } from './schema.ts';

export type Device = Omit<
  Database['devices'],
  | 'enrolled_at'
  | 'seen_at'
  | 'revoked_at'
  | 'revoked_by'
  | 'revoked_why'
  | 'token_used'
  | 'earlier_keys'
  | 'certificate'
  | 'certified_until'
> & {
  earlier_keys?: readonly EarlierKey[];
};
export type KnownDevice = Selectable<Database['devices']>;
export type EnrolFault = 'bad_token' | 'expired_token' | 'used_up_token' | 'device_exists' | 'device_revoked';

export interface NewEnrolmentToken {
  tenant: string;
  hash: string;
  maxUses?: number | null;
  expiresAt?: number | null;
}

/** Add a token, or give a known one new limits. Its count of uses stays. */
export async function putEnrolmentToken(db: Db, token: NewEnrolmentToken, now: number): Promise<void> {
  const limits = { max_uses: token.maxUses ?? null, expires_at: token.expiresAt ?? null };
  await db
    .insertInto('enrolment_tokens')
    .values({ tenant: token.tenant, hash: token.hash, uses: 0, created_at: now, ...limits })
    .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doUpdateSet(limits))
    .execute();
}

export async function hasEnrolmentToken(db: Db, tenant: string): Promise<boolean> {
  const row = await db.selectFrom('enrolment_tokens').select('hash').where('tenant', '=', tenant).executeTakeFirst();
  return row !== undefined;
}

/**
 * Enrol a device with a token. A device that comes again with the same key (its answer was lost, or it lost its token)
 * gets a new token and costs no use; one that comes with another key is refused, or a stolen enrolment token could take
 * over a device.
 */
export async function enrolDevice(
  db: Db,
  device: Device,
  enrolmentHash: string,
  now: number,
): Promise<{ ok: true; isNew: boolean } | { ok: false; code: EnrolFault }> {
  return db.transaction().execute(async (trx) => {
    const tokens = await trx
      .selectFrom('enrolment_tokens')
      .selectAll()
      .where('tenant', '=', device.tenant)
      .orderBy('hash')
      .forUpdate()
      .execute();
    // Every token is compared, so that the time says nothing about which one came close.
    const [token] = tokens.filter(({ hash }) => isSameHash(hash, enrolmentHash));
    if (token === undefined) return { ok: false, code: 'bad_token' };
    const hasEnded = token.revoked_at !== null || (token.expires_at !== null && token.expires_at <= now);
    if (hasEnded) return { ok: false, code: 'expired_token' };

    const known = await trx
      .selectFrom('devices')
      .select(['public_key', 'kid', 'revoked_at', 'earlier_keys'])
      .where('tenant', '=', device.tenant)
      .where('device', '=', device.device)
      .executeTakeFirst();
    if (known !== undefined) {
      if (known.revoked_at !== null) return { ok: false, code: 'device_revoked' };
      const keys = [{ kid: known.kid, publicKey: known.public_key }, ...known.earlier_keys];
      if (!keys.some(({ kid, publicKey }) => kid === device.kid && publicKey === device.public_key))
        return { ok: false, code: 'device_exists' };
      const { tenant: _, device: __, kid: ___, public_key: ____, earlier_keys: _____, ...changed } = device;
      await trx
        .updateTable('devices')
        .set({ ...changed, seen_at: now })
        .where('tenant', '=', device.tenant)
        .where('device', '=', device.device)
        .execute();
      return { ok: true, isNew: false };
    }

    if (token.max_uses !== null && token.uses >= token.max_uses) return { ok: false, code: 'used_up_token' };
    await trx
      .updateTable('enrolment_tokens')
      .set({ uses: token.uses + 1 })
      .where('tenant', '=', token.tenant)
      .where('hash', '=', token.hash)
      .execute();
    await trx
      .insertInto('devices')
      .values({
        ...withoutEarlier(device),
        enrolled_at: now,
        seen_at: now,
        revoked_at: null,
        token_used: token.hash.slice(0, TOKEN_ID_LENGTH),
      })
      .execute();
    return { ok: true, isNew: true };
  });
}

function withoutEarlier({ earlier_keys: _, ...device }: Device) {
  return device;
}

/** From now on this device signs with another key, which `kid` has signed over to. @returns False when `kid` is not its key. */
export async function rotateKey(
  trx: Db,
  { tenant, device, kid }: Pick<Device, 'tenant' | 'device' | 'kid'>,
  next: EarlierKey,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('devices')
    .set({
      kid: next.kid,
      public_key: next.publicKey,
      earlier_keys: sql<string>`earlier_keys || jsonb_build_object('kid', kid, 'publicKey', public_key)`,
    })
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .where('kid', '=', kid)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The device a bearer token belongs to, or null. Looked up by hash: the token itself is in no database. */
export async function findDevice(
  store: Pick<Store, 'of' | 'directory'>,
  tokenHash: string,
): Promise<KnownDevice | null> {
  const tenant = await tenantOfDevice(store.directory, tokenHash);
  if (tenant === null) return null;
  const rows = store.of(tenant, 'access').selectFrom('devices').selectAll().where('token_hash', '=', tokenHash);
  return (await rows.executeTakeFirst()) ?? null;
}

/** Devices that were heard from. In one order, so that two transactions never wait for each other. */
export async function markSeen(trx: Db, tenant: string, devices: readonly string[], at: number): Promise<void> {
  await sql`with seen as (
      select device from devices where tenant = ${tenant} and device = any(${devices}::uuid[]) order by device for update
    )
    update devices set seen_at = ${at} from seen where devices.tenant = ${tenant} and devices.device = seen.device`.execute(
    trx,
  );
}

/** Devices that may come in, and those of them that were heard of since then. */
export async function countDevices(db: Db, tenant: string, seenSince: number) {
  const { total, active } = await db
    .selectFrom('devices')
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.countAll<number>().filterWhere('seen_at', '>=', seenSince).as('active'),
    ])
    .where('tenant', '=', tenant)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { total, active };
}
