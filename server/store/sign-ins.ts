/** People on their way to the identity provider and back. Each attempt is taken once, whichever node they come back to. */
import type { Db } from './schema.ts';

/** As long as one may need to find a second factor. */
export const SIGN_IN_WITHIN_MS = 10 * 60 * 1000;

export interface SignInAttempt {
  /** Hash of the state that comes back. */
  stateHash: string;
  /** Hash of what only this browser has. */
  browserHash: string;
  nonce: string;
  verifier: string;
  /** Hash of what signs a device in; null: a reviewer is on the way. */
  link: string | null;
}

/** Remember one, and forget those that were never finished. */
export async function putSignIn(db: Db, tenant: string, attempt: SignInAttempt, now: number): Promise<void> {
  const { stateHash, browserHash, nonce, verifier, link } = attempt;
  await db.deleteFrom('sign_ins').where('expires_at', '<=', now).execute();
  await db
    .insertInto('sign_ins')
    .values({
      tenant,
      state_hash: stateHash,
      browser_hash: browserHash,
      nonce,
      verifier,
      link,
      expires_at: now + SIGN_IN_WITHIN_MS,
    })
    .execute();
}

/** Take it away. @returns Null when there is none, it is too old, or another browser began it. */
export async function takeSignIn(
  db: Db,
  { stateHash, browserHash }: Pick<SignInAttempt, 'stateHash' | 'browserHash'>,
  now: number,
): Promise<{ nonce: string; verifier: string; link: string | null } | null> {
  const row = await db
    .deleteFrom('sign_ins')
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', now)
    .returning(['nonce', 'verifier', 'link'])
    .executeTakeFirst();
  return row ?? null;
}
