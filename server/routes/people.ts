import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, json } from '../api/common.ts';
import {
  newPerson,
  oncePassword,
  type PersonItem,
  peopleList,
  personItem,
  personParam,
  personPatch,
} from '../api/people.ts';
import { access } from '../auth/access.ts';
import { hashPassword } from '../auth/password.ts';
import { createSecret } from '../auth/secret.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import { changePassword, changePerson, createPerson, findReviewer, listPeople } from '../store/people.ts';
import { endSessions, type Session } from '../store/sessions.ts';

const refusals = {
  401: errorAnswer('Not signed in'),
  403: errorAnswer('No admin, or about oneself'),
  404: errorAnswer('No such person'),
};

const list = createRoute({
  method: 'get',
  path: '/v1/people',
  summary: 'Who may sign in, and what they may do',
  middleware: access('people.read'),
  responses: { 200: json(peopleList, 'By name'), 401: refusals[401], 403: refusals[403] },
});

const create = createRoute({
  method: 'post',
  path: '/v1/people',
  summary: 'Make a local account, with a password that is told once and has to be changed',
  middleware: access('people.manage'),
  request: { body: { content: { 'application/json': { schema: newPerson } }, required: true } },
  responses: {
    201: json(oncePassword, 'Made'),
    400: errorAnswer('Not a name, or no role'),
    401: refusals[401],
    403: refusals[403],
    409: errorAnswer('The name is taken'),
  },
});

const patch = createRoute({
  method: 'patch',
  path: '/v1/people/{name}',
  summary: 'Give other roles, or close and open the account',
  middleware: access('people.manage'),
  request: {
    params: personParam,
    body: { content: { 'application/json': { schema: personPatch } }, required: true },
  },
  responses: {
    200: json(personItem, 'As they are now'),
    400: errorAnswer('Not a change'),
    ...refusals,
    409: errorAnswer('Their roles come from the identity provider'),
  },
});

const reset = createRoute({
  method: 'post',
  path: '/v1/people/{name}/password',
  summary: 'Make a new password, told once; ends their sessions',
  middleware: access('people.manage'),
  request: { params: personParam },
  responses: {
    200: json(oncePassword, 'Made'),
    ...refusals,
    409: errorAnswer('They sign in at the identity provider'),
  },
});

const signOutEverywhere = createRoute({
  method: 'delete',
  path: '/v1/people/{name}/sessions',
  summary: 'End all their sessions',
  middleware: access('people.manage'),
  request: { params: personParam },
  responses: { 204: { description: 'Ended' }, ...refusals },
});

export const peopleRoutes = [list, create, patch, reset, signOutEverywhere] as const;

export function addPeople(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'access');
  const actOn = ({ tenant, reviewer: actor }: Session, name: string) => ({ tenant, name, actor, at: deps.now() });
  const oneOf = async (tenant: string, name: string) =>
    (await listPeople(dbOf(tenant), tenant)).find((person) => person.name === name) ?? null;

  app.openapi(list, async (c) => {
    const people = await listPeople(dbOf(c.var.session.tenant), c.var.session.tenant);
    return c.json({ items: people.map(present) }, 200);
  });
  app.openapi(create, async (c) => {
    const { name, roles } = c.req.valid('json');
    const password = createSecret();
    const made = await createPerson(
      dbOf(c.var.session.tenant),
      actOn(c.var.session, name),
      roles,
      await hashPassword(password),
    );
    if (!made) return fail(c, 409, 'name_taken', 'Somebody has this name already.');
    return c.json({ name, password }, 201);
  });
  app.openapi(patch, async (c) => {
    const { tenant, reviewer } = c.var.session;
    const { name } = c.req.valid('param');
    const change = c.req.valid('json');
    // Roles are given by somebody else; and an admin who stays is left at every time.
    if (name === reviewer) return fail(c, 403, 'own_account', 'Somebody else has to change your account.');
    const before = await findReviewer(dbOf(tenant), tenant, name);
    if (before === null) return fail(c, 404, 'not_found', 'There is no such person.');
    if (before.subject !== null && change.roles !== undefined) {
      return fail(c, 409, 'roles_from_provider', 'Their roles come from the identity provider.');
    }
    await changePerson(dbOf(tenant), actOn(c.var.session, name), change);
    const after = await oneOf(tenant, name);
    if (after === null) return fail(c, 404, 'not_found', 'There is no such person.');
    return c.json(present(after), 200);
  });
  app.openapi(reset, async (c) => {
    const { tenant, reviewer } = c.var.session;
    const { name } = c.req.valid('param');
    if (name === reviewer) return fail(c, 403, 'own_account', 'Change your own password instead.');
    if ((await findReviewer(dbOf(tenant), tenant, name)) === null)
      return fail(c, 404, 'not_found', 'There is no such person.');
    const password = createSecret();
    const change = { hash: await hashPassword(password), mustChange: true };
    if (!(await changePassword(dbOf(tenant), actOn(c.var.session, name), change))) {
      return fail(c, 409, 'no_password_here', 'They sign in at the identity provider.');
    }
    return c.json({ name, password }, 200);
  });
  app.openapi(signOutEverywhere, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const { name } = c.req.valid('param');
    if ((await findReviewer(dbOf(tenant), tenant, name)) === null)
      return fail(c, 404, 'not_found', 'There is no such person.');
    await dbOf(tenant)
      .transaction()
      .execute(async (trx) => {
        await endSessions(trx, tenant, name);
        await writeAudit(trx, { tenant, at: deps.now(), actor, act: 'sessions_ended', subject: name });
      });
    return c.body(null, 204);
  });
}

type Listed = Awaited<ReturnType<typeof listPeople>>[number];

function present(row: Listed): PersonItem {
  return {
    name: row.name,
    roles: row.roles,
    source: row.subject === null ? 'local' : 'oidc',
    mustChange: row.must_change,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    sessions: row.sessions,
    seenAt: row.seen_at,
  };
}
