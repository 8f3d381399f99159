/** What was done about policy and privacy, and by whom: for those who watch over it and see no cases. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, json } from '../api/common.ts';
import { actList } from '../api/privacy.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { listPrivacyActs } from '../store/audit.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/acts',
  summary: 'Acts about policy and privacy, the 200 newest, newest first',
  middleware: access('acts.read'),
  responses: {
    200: json(actList, 'The acts'),
    401: errorAnswer('Not signed in'),
    403: errorAnswer('No role that allows it'),
  },
});

export const actRoutes = [list] as const;

export function addActs(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(list, async (c) => {
    const { tenant } = c.var.session;
    return c.json({ items: await listPrivacyActs(deps.store.of(tenant), tenant) }, 200);
  });
}
