/** Reviewers and their sessions. */
import type { Db } from './schema.ts';

export interface Session {
  tenant: string;
  reviewer: string;
  role: string;
  expiresAt: number;
}

/** Make a reviewer, or give a known one another password, which ends the sessions of the old one. */
export async function setReviewer(
  db: Db,
  reviewer: { tenant: string; name: string; role: string; passwordHash: string },
  now: number,
): Promise<void> {
  const { tenant, name, role, passwordHash } = reviewer;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('reviewers')
      .values({ tenant, name, role, password_hash: passwordHash, created_at: now })
      .onConflict((conflict) => conflict.columns(['tenant', 'name']).doUpdateSet({ role, password_hash: passwordHash }))
      .execute();
    await trx.deleteFrom('sessions').where('tenant', '=', tenant).where('reviewer', '=', name).execute();
  });
}

export async function findReviewer(db: Db, tenant: string, name: string) {
  const row = await db
    .selectFrom('reviewers')
    .select(['name', 'role', 'password_hash'])
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

/** Begin a session, and forget the expired ones. */
export async function createSession(
  db: Db,
  session: { tokenHash: string; tenant: string; reviewer: string; expiresAt: number },
  now: number,
): Promise<void> {
  const { tokenHash, tenant, reviewer, expiresAt } = session;
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await db
    .insertInto('sessions')
    .values({ token_hash: tokenHash, tenant, reviewer, created_at: now, expires_at: expiresAt })
    .execute();
}

/** The session with this token, unless it has expired. */
export async function findSession(db: Db, tokenHash: string, now: number): Promise<Session | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('reviewers', (join) =>
      join.onRef('reviewers.tenant', '=', 'sessions.tenant').onRef('reviewers.name', '=', 'sessions.reviewer'),
    )
    .select(['sessions.tenant', 'sessions.reviewer', 'reviewers.role', 'sessions.expires_at as expiresAt'])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

export async function endSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}
