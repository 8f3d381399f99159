import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, json } from '../api/common.ts';
import { sessionResponse, signInRequest } from '../api/session.ts';
import { clientAddress } from '../auth/client-address.ts';
import { isPassword } from '../auth/password.ts';
import { clearSessionCookie, startSession } from '../auth/session-cookie.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail, failSoon } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import { endSession, findReviewer } from '../store/sessions.ts';

const signIn = createRoute({
  method: 'post',
  path: '/v1/session',
  summary: 'Sign in',
  request: { body: { content: { 'application/json': { schema: signInRequest } }, required: true } },
  responses: {
    200: json(sessionResponse, 'Signed in; the cookie is set'),
    400: errorAnswer('Not a sign-in'),
    401: errorAnswer('Name or password is wrong'),
    403: errorAnswer('From another site'),
    429: errorAnswer('Too many tries'),
  },
});

/** Signing in: the one route of reviewers that needs no session. */
export function addSignIn(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(signIn, async (c) => {
    const { user, password, tenant = deps.tenant } = c.req.valid('json');
    const address = clientAddress(c, deps.trustProxy);
    const { signIn: perAccount, signInAddress } = deps.limits;
    const account = `${tenant} ${user} ${address}`;
    const wait = Math.max(perAccount.take(account), signInAddress.take(address));
    if (wait > 0) return failSoon(c, 429, 'too_many_tries', 'Too many tries. Wait a little.', wait);

    const { db } = deps.store;
    const reviewer = await findReviewer(db, tenant, user);
    const at = deps.now();
    if (!(await isPassword(password, reviewer?.password_hash ?? null)) || reviewer === null) {
      deps.log('warn', 'sign_in_failed');
      if (reviewer !== null) {
        await writeAudit(db, { tenant, at, actor: user, act: 'sign_in_failed', subject: user });
      }
      return fail(c, 401, 'wrong_credentials', 'Name or password is wrong.');
    }
    perAccount.clear(account);
    signInAddress.clear(address);
    const expiresAt = await startSession(c, deps, tenant, user);
    await writeAudit(db, { tenant, at, actor: user, act: 'signed_in', subject: user });
    return c.json({ user, role: reviewer.role, tenant, expiresAt }, 200);
  });
}

const current = createRoute({
  method: 'get',
  path: '/v1/session',
  summary: 'Who is signed in',
  responses: { 200: json(sessionResponse, 'The session'), 401: errorAnswer('Nobody') },
});

const signOut = createRoute({
  method: 'delete',
  path: '/v1/session',
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out' }, 401: errorAnswer('Nobody') },
});

export function addSession(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(current, (c) => {
    const { reviewer, role, tenant, expiresAt } = c.var.session;
    return c.json({ user: reviewer, role, tenant, expiresAt }, 200);
  });
  app.openapi(signOut, async (c) => {
    const { reviewer, tenant } = c.var.session;
    await endSession(deps.store.db, c.var.sessionHash);
    await writeAudit(deps.store.db, {
      tenant,
      at: deps.now(),
      actor: reviewer,
      act: 'signed_out',
      subject: reviewer,
    });
    clearSessionCookie(c, deps.publicOrigin);
    return c.body(null, 204);
  });
}
