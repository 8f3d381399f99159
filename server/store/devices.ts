/** What people do about enrolment: make and end tokens, look at devices, shut one out and let it in again. */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Signer } from '../ingest/signer.ts';
import { writeAudit } from './audit.ts';
import { certify, revokeCertificates } from './certificates.ts';
import { decodeCursor, pageOf } from './cursor.ts';
import type { Db } from './schema.ts';

/** Characters of a token's hash that name it. */
export const TOKEN_ID_LENGTH = 16;

interface By {
  tenant: string;
  actor: string;
  at: number;
}

export interface TokenLimits {
  label: string;
  maxUses: number | null;
  expiresAt: number | null;
}

/** @param hash Of the new token, which itself is kept nowhere. @returns What it is listed by. */
export async function createToken(
  db: Db,
  { tenant, actor, at }: By,
  hash: string,
  limits: TokenLimits,
): Promise<string> {
  const id = hash.slice(0, TOKEN_ID_LENGTH);
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('enrolment_tokens')
      .values({
        tenant,
        hash,
        label: limits.label,
        max_uses: limits.maxUses,
        expires_at: limits.expiresAt,
        uses: 0,
        created_at: at,
        created_by: actor,
      })
      .execute();
    await writeAudit(trx, { tenant, at, actor, act: 'token_created', subject: id });
  });
  return id;
}

/** Newest first. */
export async function listTokens(db: Db, tenant: string) {
  return db
    .selectFrom('enrolment_tokens')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .execute();
}

/** @returns False when there is none that could still be used. */
export async function revokeToken(db: Db, { tenant, actor, at }: By, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('enrolment_tokens')
      .set({ revoked_at: at })
      .where('tenant', '=', tenant)
      .where('hash', 'like', `${id}%`)
      .where('revoked_at', 'is', null)
      .returning('hash')
      .executeTakeFirst();
    if (ended === undefined) return false;
    await writeAudit(trx, { tenant, at, actor, act: 'token_revoked', subject: id });
    return true;
  });
}

/** Older heartbeats than this many records ago say nothing of today, and looking for one must not read a whole chain. */
const HEARTBEAT_WITHIN = 2_000;

/** Devices with their longest chain, and the last heartbeat in it as it was signed. */
const listed = (db: Db, tenant: string) =>
  db
    .selectFrom('devices')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('chains')
          .select(['chain', 'head_epoch', 'contiguous_seq', 'last_seq'])
          .whereRef('chains.tenant', '=', 'devices.tenant')
          .whereRef('chains.device', '=', 'devices.device')
          .orderBy('contiguous_seq', 'desc')
          .orderBy('chain')
          .limit(1)
          .as('own'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('records')
          .select(['body', 'received_at'])
          .whereRef('records.tenant', '=', 'devices.tenant')
          .whereRef('records.chain', '=', 'own.chain')
          .where('records.kind', '=', 'heartbeat')
          .where('records.seq', '>', ({ eb: number }) => number('own.last_seq', '-', HEARTBEAT_WITHIN))
          .orderBy('records.seq', 'desc')
          .limit(1)
          .as('beat'),
      (join) => join.onTrue(),
    )
    .selectAll('devices')
    .select(['own.head_epoch', 'own.contiguous_seq', 'own.last_seq', 'beat.body', 'beat.received_at'])
    .where('devices.tenant', '=', tenant);

export type ListedDevice = NonNullable<Awaited<ReturnType<typeof findListedDevice>>>;

export interface DeviceFilter {
  /** Part of its id, key id, browser, system or version, or of the label of the token it came with. */
  q?: string | undefined;
  state?: 'active' | 'silent' | 'revoked' | undefined;
  /** Not heard of since this time: silent. */
  silentSince: number;
  cursor?: string | undefined;
  limit: number;
}

/** Enrolled last, first. A cursor that nobody gave out is an empty page. */
export async function listDevices(db: Db, tenant: string, { q, state, silentSince, cursor, limit }: DeviceFilter) {
  let query = listed(db, tenant);
  if (cursor !== undefined) {
    const after = decodeCursor(cursor);
    if (after === null) return { items: [], nextCursor: null };
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('devices.enrolled_at', 'devices.device'), '<', tuple(after.time, after.id)),
    );
  }
  if (state !== undefined) query = query.where('devices.revoked_at', state === 'revoked' ? 'is not' : 'is', null);
  if (state === 'active') query = query.where('devices.seen_at', '>=', silentSince);
  if (state === 'silent') query = query.where('devices.seen_at', '<', silentSince);
  if (q !== undefined) query = query.where(matches(q));
  const rows = await query
    .orderBy('devices.enrolled_at', 'desc')
    .orderBy('devices.device', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, ({ enrolled_at, device }) => ({ time: enrolled_at, id: device }));
}

export async function findListedDevice(db: Db, tenant: string, device: string) {
  return (await listed(db, tenant).where('devices.device', '=', device).executeTakeFirst()) ?? null;
}

function matches(q: string): Expression<SqlBool> {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`(devices.device::text ilike ${pattern} or devices.kid ilike ${pattern}
    or devices.browser ilike ${pattern} or devices.os ilike ${pattern} or devices.app_version ilike ${pattern}
    or exists (select 1 from enrolment_tokens t where t.tenant = devices.tenant
      and left(t.hash, ${sql.lit(TOKEN_ID_LENGTH)}) = devices.token_used and t.label ilike ${pattern}))`;
}

/**
 * Shut a device out and revoke its certificates, or let it in again with the key it has and another certificate. Its key
 * stays known either way: what it has signed has to be verifiable.
 * One that is so already stays as it is, and one that is not there is none.
 * @param why Why it is shut out; null: it is let in.
 */
export async function setRevoked(
  db: Db,
  signer: Signer,
  { tenant, actor, at }: By,
  device: string,
  why: string | null,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('devices')
      .select(['tenant', 'device', 'kid', 'public_key', 'revoked_at', 'certified_until'])
      .where('tenant', '=', tenant)
      .where('device', '=', device)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return;
    const isIn = before.revoked_at === null && before.certified_until !== 0;
    if (why === null ? isIn : before.revoked_at !== null) return;
    if (why === null) await certify(trx, signer, before, at, 'admin');
    else await revokeCertificates(trx, { tenant, actor, at, why }, { device });
    await trx
      .updateTable('devices')
      .set({ revoked_at: why === null ? null : at, revoked_by: why === null ? null : actor, revoked_why: why })
      .where('tenant', '=', tenant)
      .where('device', '=', device)
      .execute();
    await writeAudit(trx, {
      tenant,
      at,
      actor,
      act: why === null ? 'device_restored' : 'device_revoked',
      subject: device,
    });
  });
}
