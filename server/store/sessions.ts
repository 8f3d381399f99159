/** Sessions of reviewers. One ends when it is old, when nobody used it for a while, or when somebody ends it. */
import type { Language } from '../../lib/language/language.ts';
import { uuidV7 } from '../../lib/records/uuid-v7.ts';
import type { Role } from '../auth/permissions.ts';
import { tenantOfSession } from './directory.ts';
import type { Store } from './open.ts';
import type { Db } from './schema.ts';

/** However busy: sign in again after a day's work. */
export const SESSION_MS = 8 * 60 * 60 * 1000;
/** Without any request. */
export const IDLE_MS = 60 * 60 * 1000;
/** The last request is noted this often, so that not every read is also a write. */
const NOTE_EVERY_MS = 60 * 1000;

export interface Session {
  id: string;
  tenant: string;
  reviewer: string;
  roles: Role[];
  mustChange: boolean;
  hasPassword: boolean;
  /** Null: none was chosen. */
  language: Language | null;
  expiresAt: number;
}

export interface NewSession {
  tokenHash: string;
  tenant: string;
  reviewer: string;
  /** What the browser calls itself. */
  agent: string;
}

/** Begin a session, and forget the tenant's expired ones. @returns When it ends at the latest. */
export async function createSession(db: Db, session: NewSession, now: number): Promise<number> {
  const { tokenHash, tenant, reviewer, agent } = session;
  const expiresAt = now + SESSION_MS;
  await db
    .deleteFrom('sessions')
    .where(({ or, eb }) => or([eb('expires_at', '<=', now), eb('seen_at', '<=', now - IDLE_MS)]))
    .execute();
  const id = uuidV7(now, crypto.getRandomValues(new Uint8Array(10)));
  const times = { created_at: now, expires_at: expiresAt, seen_at: now };
  await db
    .insertInto('sessions')
    .values({ token_hash: tokenHash, id, tenant, reviewer, agent, ...times })
    .execute();
  return expiresAt;
}

/** The session with this token, unless it has ended or its person is disabled. */
export async function findSession(
  store: Pick<Store, 'of' | 'directory'>,
  tokenHash: string,
  now: number,
): Promise<Session | null> {
  const owner = await tenantOfSession(store.directory, tokenHash);
  if (owner === null) return null;
  const db = store.of(owner, 'access');
  const row = await db
    .selectFrom('sessions')
    .innerJoin('reviewers', (join) =>
      join.onRef('reviewers.tenant', '=', 'sessions.tenant').onRef('reviewers.name', '=', 'sessions.reviewer'),
    )
    .select([
      'id',
      'sessions.tenant',
      'reviewer',
      'roles',
      'must_change',
      'subject',
      'language',
      'expires_at',
      'seen_at',
    ])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('seen_at', '>', now - IDLE_MS)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, tenant, reviewer, roles, must_change: mustChange, language, expires_at: expiresAt } = row;
  if (row.seen_at <= now - NOTE_EVERY_MS) {
    await db.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
  }
  return { id, tenant, reviewer, roles, mustChange, hasPassword: row.subject === null, language, expiresAt };
}

/** Those of one person that have not ended, newest first. */
export async function listSessions(db: Db, tenant: string, reviewer: string, now: number) {
  return db
    .selectFrom('sessions')
    .select(['id', 'created_at', 'expires_at', 'seen_at', 'agent'])
    .where('tenant', '=', tenant)
    .where('reviewer', '=', reviewer)
    .where('expires_at', '>', now)
    .where('seen_at', '>', now - IDLE_MS)
    .orderBy('created_at', 'desc')
    .execute();
}

export async function endSession(store: Pick<Store, 'of' | 'directory'>, tokenHash: string): Promise<void> {
  const tenant = await tenantOfSession(store.directory, tokenHash);
  if (tenant === null) return;
  await store.of(tenant, 'access').deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/**
 * End sessions of one person: all, one by its id, or all but one.
 * @returns How many there were.
 */
export async function endSessions(
  db: Db,
  tenant: string,
  reviewer: string,
  which: { id?: string; except?: string } = {},
): Promise<number> {
  let query = db.deleteFrom('sessions').where('tenant', '=', tenant).where('reviewer', '=', reviewer);
  if (which.id !== undefined) query = query.where('id', '=', which.id);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
}
