import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { errorAnswer, idParam, json } from '../api/common.ts';
import {
  languageChoice,
  passwordChange,
  type SessionResponse,
  sessionList,
  sessionResponse,
  signedOut,
  signInRequest,
} from '../api/session.ts';
import { access } from '../auth/access.ts';
import { clientAddress } from '../auth/client-address.ts';
import { hashPassword, isPassword } from '../auth/password.ts';
import { permissionsOf } from '../auth/permissions.ts';
import { ownOrigin } from '../auth/same-origin.ts';
import { clearSessionCookie, startSession } from '../auth/session-cookie.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail, failSoon } from '../errors.ts';
import { type AuditAct, writeAudit } from '../store/audit.ts';
import { changePassword, chooseLanguage, findReviewer } from '../store/people.ts';
import { endSession, endSessions, listSessions, type Session } from '../store/sessions.ts';

const signIn = createRoute({
  method: 'post',
  path: '/v1/session',
  summary: 'Sign in',
  middleware: access('public'),
  request: { body: { content: { 'application/json': { schema: signInRequest } }, required: true } },
  responses: {
    200: json(sessionResponse, 'Signed in; the cookie is set'),
    400: errorAnswer('Not a sign-in'),
    401: errorAnswer('Name or password is wrong'),
    403: errorAnswer('From another site, or passwords let nobody in'),
    429: errorAnswer('Too many tries'),
  },
});

const current = createRoute({
  method: 'get',
  path: '/v1/session',
  summary: 'Who is signed in',
  middleware: access('session.own'),
  responses: { 200: json(sessionResponse, 'The session'), 401: errorAnswer('Nobody') },
});

const signOut = createRoute({
  method: 'delete',
  path: '/v1/session',
  summary: 'Sign out',
  middleware: access('session.own'),
  responses: { 200: json(signedOut, 'Signed out here'), 401: errorAnswer('Nobody') },
});

const list = createRoute({
  method: 'get',
  path: '/v1/sessions',
  summary: 'Where one is signed in',
  middleware: access('session.own'),
  responses: { 200: json(sessionList, 'Own sessions, newest first'), 401: errorAnswer('Nobody') },
});

const endOne = createRoute({
  method: 'delete',
  path: '/v1/sessions/{id}',
  summary: 'End one of the own sessions',
  middleware: access('session.own'),
  request: { params: idParam },
  responses: { 204: { description: 'Ended' }, 401: errorAnswer('Nobody'), 404: errorAnswer('No such session') },
});

const password = createRoute({
  method: 'post',
  path: '/v1/session/password',
  summary: 'Choose another password; ends the other sessions',
  middleware: access('session.own'),
  request: { body: { content: { 'application/json': { schema: passwordChange } }, required: true } },
  responses: {
    200: json(z.object({ ok: z.literal(true) }), 'Changed'),
    400: errorAnswer('Too short, or the same again'),
    401: errorAnswer('Nobody'),
    403: errorAnswer('The current password is wrong'),
    409: errorAnswer('Who signs in elsewhere has no password here'),
    429: errorAnswer('Too many tries'),
  },
});

const language = createRoute({
  method: 'put',
  path: '/v1/session/language',
  summary: 'Choose a language for the console; it is kept with the person',
  middleware: access('session.own'),
  request: { body: { content: { 'application/json': { schema: languageChoice } }, required: true } },
  responses: { 204: { description: 'Kept' }, 400: errorAnswer('Not one of ours'), 401: errorAnswer('Nobody') },
});

type Account = Pick<Session, 'tenant' | 'reviewer'>;

export const sessionRoutes = [signIn, current, signOut, list, endOne, password, language] as const;

export function addSession(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'access');
  const note = ({ tenant, reviewer }: Account, act: AuditAct) =>
    writeAudit(dbOf(tenant), { tenant, at: deps.now(), actor: reviewer, act, subject: reviewer });

  /** Whether this is the account's password, at most so often. @returns The answer that refuses, or null. */
  const refuseGuess = async (c: Context, { tenant, reviewer }: Account, given: string, status: 401 | 403) => {
    const address = clientAddress(c, deps.trustProxy);
    const { signIn: perAccount, signInAddress } = deps.limits;
    const account = `${tenant} ${reviewer} ${address}`;
    const wait = Math.max(perAccount.take(account), signInAddress.take(address));
    if (wait > 0) return failSoon(c, 429, 'too_many_tries', 'Too many tries. Wait a little.', wait);
    const person = await findReviewer(dbOf(tenant), tenant, reviewer);
    const isRight = await isPassword(given, person?.disabled_at === null ? person.password_hash : null);
    if (!isRight) {
      deps.log('warn', 'sign_in_failed');
      if (person !== null) await note({ tenant, reviewer }, 'sign_in_failed');
      return fail(c, status, 'wrong_credentials', 'Name or password is wrong.');
    }
    perAccount.clear(account);
    signInAddress.clear(address);
    return null;
  };

  app.openapi(signIn, async (c) => {
    const { user, password: given, tenant = deps.tenant, language: chosen } = c.req.valid('json');
    const account = { tenant, reviewer: user };
    if (!deps.localSignIn) return fail(c, 403, 'local_sign_in_off', 'Sign in at the identity provider.');
    const refusal = await refuseGuess(c, account, given, 401);
    if (refusal !== null) return refusal as never;
    const person = await findReviewer(dbOf(tenant), tenant, user);
    if (person === null) return fail(c, 401, 'wrong_credentials', 'Name or password is wrong.');
    const expiresAt = await startSession(c, deps, tenant, user);
    await note(account, 'signed_in');
    if (chosen !== undefined) await chooseLanguage(dbOf(tenant), tenant, user, chosen);
    const { roles, must_change: mustChange, language: known } = person;
    return c.json(
      present({ ...account, roles, mustChange, hasPassword: true, language: chosen ?? known, expiresAt }),
      200,
    );
  });
  app.openapi(current, (c) => c.json(present(c.var.session), 200));
  app.openapi(signOut, async (c) => {
    await endSession(deps.store, c.var.sessionHash);
    await note(c.var.session, 'signed_out');
    clearSessionCookie(c, deps.publicOrigin);
    const person = await findReviewer(dbOf(c.var.session.tenant), c.var.session.tenant, c.var.session.reviewer);
    const provider = person?.subject === null ? null : deps.provider;
    const back = `${ownOrigin(c, deps.publicOrigin)}/console/`;
    return c.json({ elsewhere: (await provider?.signOutUrl(back)) ?? null }, 200);
  });
  app.openapi(list, async (c) => {
    const { id: own, tenant, reviewer } = c.var.session;
    const rows = await listSessions(dbOf(tenant), tenant, reviewer, deps.now());
    const items = rows.map(({ id, agent, ...times }) => ({
      id,
      isThis: id === own,
      createdAt: times.created_at,
      seenAt: times.seen_at,
      expiresAt: times.expires_at,
      agent,
    }));
    return c.json({ items }, 200);
  });
  app.openapi(endOne, async (c) => {
    const { tenant, reviewer } = c.var.session;
    const ended = await endSessions(dbOf(tenant), tenant, reviewer, { id: c.req.valid('param').id });
    if (ended === 0) return fail(c, 404, 'not_found', 'There is no such session.');
    await note(c.var.session, 'session_ended');
    return c.body(null, 204);
  });
  app.openapi(password, async (c) => {
    const { id, tenant, reviewer: name } = c.var.session;
    const { current: given, next } = c.req.valid('json');
    const person = await findReviewer(dbOf(tenant), tenant, name);
    if (person?.subject !== null) {
      return fail(c, 409, 'no_password_here', 'Your password is kept where you sign in.');
    }
    const refusal = await refuseGuess(c, c.var.session, given, 403);
    if (refusal !== null) return refusal as never;
    if (given === next) return fail(c, 400, 'same_password', 'This is the password you have.');
    const change = { hash: await hashPassword(next), mustChange: false };
    await changePassword(dbOf(tenant), { tenant, name, actor: name, at: deps.now() }, change, id);
    return c.json({ ok: true as const }, 200);
  });
  app.openapi(language, async (c) => {
    const { tenant, reviewer } = c.var.session;
    await chooseLanguage(dbOf(tenant), tenant, reviewer, c.req.valid('json').language);
    return c.body(null, 204);
  });
}

function present(session: Omit<Session, 'id'>): SessionResponse {
  const { reviewer: user, roles, ...rest } = session;
  const { tenant, mustChange, hasPassword, language, expiresAt } = rest;
  return { user, tenant, roles, permissions: permissionsOf(roles), mustChange, hasPassword, language, expiresAt };
}
