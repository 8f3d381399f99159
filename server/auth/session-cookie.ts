/** The reviewer's session: a cookie that scripts and other sites cannot use, its hash in the database. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppDeps } from '../deps.ts';
import { createSession, endSession, findSession, SESSION_MS, type Session } from '../store/sessions.ts';
import { ownOrigin } from './same-origin.ts';
import { createSecret, hashSecret } from './secret.ts';

const NAME = 'sluice_session';
const MAX_AGENT = 200;
/** With this prefix no other host of the domain can set it (RFC 6265bis, 4.1.3.2); browsers take it over https only. */
const HOST_ONLY = { prefix: 'host' } as const;

const isHttps = (c: Context, publicOrigin: string | null) => ownOrigin(c, publicOrigin).startsWith('https:');

function attributes(c: Context, publicOrigin: string | null) {
  const secure = isHttps(c, publicOrigin);
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure, ...(secure && HOST_ONLY) } as const;
}

function readToken(c: Context, publicOrigin: string | null): string | undefined {
  return isHttps(c, publicOrigin) ? getCookie(c, NAME, 'host') : getCookie(c, NAME);
}

/**
 * Start a session and set its cookie. One that the browser had before ends: its token is worth nothing any more.
 * @returns When it ends, milliseconds since the epoch.
 */
export async function startSession(c: Context, deps: AppDeps, tenant: string, reviewer: string): Promise<number> {
  const { store, publicOrigin } = deps;
  const old = readToken(c, publicOrigin);
  if (old !== undefined) await endSession(store, hashSecret(old));
  const token = createSecret();
  // Header values are Latin-1, so this can be kept.
  const agent = (c.req.header('user-agent') ?? '').slice(0, MAX_AGENT);
  const session = { tokenHash: hashSecret(token), tenant, reviewer, agent };
  const expiresAt = await createSession(store.of(tenant, 'access'), session, deps.now());
  setCookie(c, NAME, token, { ...attributes(c, publicOrigin), maxAge: SESSION_MS / 1000 });
  return expiresAt;
}

export function clearSessionCookie(c: Context, publicOrigin: string | null): void {
  deleteCookie(c, NAME, attributes(c, publicOrigin));
}

/** The session of the request's cookie, if it has not ended. */
export async function readSession(c: Context, deps: AppDeps): Promise<{ session: Session; hash: string } | null> {
  const token = readToken(c, deps.publicOrigin);
  if (token === undefined) return null;
  const hash = hashSecret(token);
  const session = await findSession(deps.store, hash, deps.now());
  return session && { session, hash };
}
