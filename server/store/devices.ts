/** What people do about enrolment: make and end tokens, look at devices, shut one out and let it in again. */
import { writeAudit } from './audit.ts';
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

/** Enrolled last, first. A cursor that nobody gave out is an empty page. */
export async function listDevices(
  db: Db,
  tenant: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  let query = db.selectFrom('devices').selectAll().where('tenant', '=', tenant);
  if (cursor !== undefined) {
    const after = decodeCursor(cursor);
    if (after === null) return { items: [], nextCursor: null };
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('enrolled_at', 'device'), '<', tuple(after.time, after.id)),
    );
  }
  const rows = await query
    .orderBy('enrolled_at', 'desc')
    .orderBy('device', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, ({ enrolled_at, device }) => ({ time: enrolled_at, id: device }));
}

/**
 * Shut a device out, or let it in again with the key it has. Its key stays known either way: what it has signed has to be
 * verifiable.
 * @returns Null when there is no such device.
 */
export async function setRevoked(db: Db, { tenant, actor, at }: By, device: string, isRevoked: boolean) {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('devices')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('device', '=', device)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined || (before.revoked_at !== null) === isRevoked) return before ?? null;
    const after = await trx
      .updateTable('devices')
      .set({ revoked_at: isRevoked ? at : null })
      .where('tenant', '=', tenant)
      .where('device', '=', device)
      .returningAll()
      .executeTakeFirstOrThrow();
    const act = isRevoked ? 'device_revoked' : 'device_restored';
    await writeAudit(trx, { tenant, at, actor, act, subject: device });
    return after;
  });
}
