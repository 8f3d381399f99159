/** The reviewer's session: a cookie that scripts and other sites cannot use, its hash in the database. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { createSession, findSession } from '../store/sessions.ts';
import { ownOrigin } from './same-origin.ts';
import { createSecret, hashSecret } from './secret.ts';

export const SESSION_MS = 8 * 60 * 60 * 1000;
const NAME = 'sluice_session';

function attributes(c: Context, publicOrigin: string | null) {
  const secure = ownOrigin(c, publicOrigin).startsWith('https:');
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
}

/** Start a session and set its cookie. @returns When it ends, milliseconds since the epoch. */
export async function startSession(c: Context, deps: AppDeps, tenant: string, reviewer: string): Promise<number> {
  const token = createSecret();
  const now = deps.now();
  const expiresAt = now + SESSION_MS;
  await createSession(deps.store.db, { tokenHash: hashSecret(token), tenant, reviewer, expiresAt }, now);
  setCookie(c, NAME, token, { ...attributes(c, deps.publicOrigin), maxAge: SESSION_MS / 1000 });
  return expiresAt;
}

export function clearSessionCookie(c: Context, publicOrigin: string | null): void {
  deleteCookie(c, NAME, attributes(c, publicOrigin));
}

/** Everything behind this needs a session that has not expired. */
export function requireSession(deps: AppDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = getCookie(c, NAME);
    const hash = token === undefined ? null : hashSecret(token);
    const session = hash === null ? null : await findSession(deps.store.db, hash, deps.now());
    if (session === null || hash === null) return fail(c, 401, 'no_session', 'Sign in first.');
    c.set('session', session);
    c.set('sessionHash', hash);
    return next();
  };
}
