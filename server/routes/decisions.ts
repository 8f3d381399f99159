import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { decisionDetail, decisionPage, decisionQuery } from '../api/decisions.ts';
import { showDecisions } from '../api/show.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { proveDecision } from '../evidence/prove-decision.ts';
import { isName } from '../privacy/pseudonym.ts';
import { findDecision, listDecisions } from '../store/decisions.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/decisions',
  summary: 'Decisions, newest first',
  middleware: access('decisions.read'),
  request: { query: decisionQuery },
  responses: {
    200: json(decisionPage, 'A page'),
    400: errorAnswer('Not a filter'),
    401: errorAnswer('Not signed in'),
  },
});

const detail = createRoute({
  method: 'get',
  path: '/v1/decisions/{id}',
  summary: 'One decision: its record byte for byte, and whether it holds',
  middleware: access('decisions.read'),
  request: { params: idParam },
  responses: {
    200: json(decisionDetail, 'The decision'),
    401: errorAnswer('Not signed in'),
    404: errorAnswer('No such decision'),
  },
});

export const decisionRoutes = [list, detail] as const;

export function addDecisions(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(list, async (c) => {
    const { tenant } = c.var.session;
    const filter = c.req.valid('query');
    const isOfPerson = filter.q !== undefined && isName(filter.q);
    const stays = isOfPerson ? await deps.privacy.whereIs(tenant, filter.q!, deps.now()) : undefined;
    const { items, nextCursor } = await listDecisions(deps.store.of(tenant), tenant, { ...filter, stays });
    return c.json({ items: await showDecisions(deps.privacy.names, tenant, items), nextCursor }, 200);
  });
  app.openapi(detail, async (c) => {
    const { tenant } = c.var.session;
    const db = deps.store.of(tenant);
    const row = await findDecision(db, tenant, c.req.valid('param').id);
    if (row === null) return fail(c, 404, 'not_found', 'There is no such decision.');
    const [decision] = await showDecisions(deps.privacy.names, tenant, [row]);
    return c.json({ decision: decision!, ...(await proveDecision(db, row)) }, 200);
  });
}
