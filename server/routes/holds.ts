/** Legal holds: set and lifted by a privacy officer, with a reason, for everybody concerned to see. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { accessAnswers, errorAnswer, idParam, json } from '../api/common.ts';
import { type HoldItem, holdItem, holdList, holdRequest } from '../api/privacy.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { findTarget } from '../privacy/find-target.ts';
import { createHold, type HoldRow, liftHold, listHolds } from '../store/holds.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/holds',
  summary: 'Legal holds, those that stand first',
  middleware: access('holds.read'),
  responses: { 200: json(holdList, 'The holds'), ...accessAnswers },
});

const create = createRoute({
  method: 'post',
  path: '/v1/holds',
  summary: 'Keep everything about somebody, or about everybody, from being erased',
  middleware: access('holds.manage'),
  request: { body: { content: { 'application/json': { schema: holdRequest } }, required: true } },
  responses: {
    201: json(holdItem, 'It stands'),
    400: errorAnswer('No reason'),
    ...accessAnswers,
    404: errorAnswer('Nobody like that'),
  },
});

const lift = createRoute({
  method: 'post',
  path: '/v1/holds/{id}/lift',
  summary: 'Lift a legal hold',
  middleware: access('holds.manage'),
  request: { params: idParam },
  responses: { 200: json(holdItem, 'As it is now'), ...accessAnswers, 404: errorAnswer('No such hold that stands') },
});

export const holdRoutes = [list, create, lift] as const;

export function addHolds(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'privacy');
  app.openapi(list, async (c) => {
    const { tenant } = c.var.session;
    const holds = await listHolds(dbOf(tenant), tenant);
    return c.json({ items: holds.map(present) }, 200);
  });
  app.openapi(create, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const db = dbOf(tenant);
    const { target, reason } = c.req.valid('json');
    const at = deps.now();
    const keys = deps.privacy.keys.of(tenant);
    const subject = target === null ? null : await findTarget(db, keys, tenant, target, at);
    if (target !== null && subject === null) return fail(c, 404, 'nobody', 'There is nobody like that.');
    return c.json(present(await createHold(db, { tenant, actor, at }, subject, reason)), 201);
  });
  app.openapi(lift, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const db = dbOf(tenant);
    const lifted = await liftHold(db, { tenant, actor, at: deps.now() }, c.req.valid('param').id);
    if (lifted === null) return fail(c, 404, 'not_found', 'There is no such hold that stands.');
    return c.json(present(lifted), 200);
  });
}

function present(row: HoldRow): HoldItem {
  return {
    id: row.id,
    scope: row.subject === null ? 'everybody' : 'person',
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: row.created_at,
    liftedBy: row.lifted_by,
    liftedAt: row.lifted_at,
  };
}
