import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ACTIONS } from '../../lib/policy/decision.ts';
import { errorAnswer, json } from '../api/common.ts';
import { summaryQuery, summaryResponse, WINDOWS } from '../api/summary.ts';
import { access } from '../auth/access.ts';
import { may } from '../auth/permissions.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { type Counts, withheldSummary } from '../privacy/withheld-summary.ts';
import { listDiscovered } from '../store/discovered-sites.ts';
import { countDevices } from '../store/enrolment.ts';
import { countOpenIncidents } from '../store/incidents.ts';
import { currentPolicy } from '../store/policies.ts';
import { countDeadLetters } from '../store/records.ts';
import { countDecisions, type Window, windowOf } from '../store/summary.ts';

const summary = createRoute({
  method: 'get',
  path: '/v1/summary',
  summary: 'Counts for the first screen',
  middleware: access('summary.read'),
  request: { query: summaryQuery },
  responses: { 200: json(summaryResponse, 'The counts'), 401: errorAnswer('Not signed in') },
});

export const summaryRoutes = [summary] as const;

export function addSummary(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(summary, async (c) => {
    const { tenant } = c.var.session;
    const db = deps.store.of(tenant);
    const window = windowOf(WINDOWS[c.req.valid('query').window], deps.now());
    const mayCount = may(c.var.session.roles, 'decisions.read');
    const counts = mayCount
      ? await exactSummary(deps, tenant, window)
      : await withheldSummary(deps.store, tenant, window, deps.privacy.minGroup);
    const policy = await currentPolicy(db, tenant);
    const { kid, publicKey } = await deps.signerOf(tenant);
    return c.json(
      {
        window,
        ...counts,
        deadLetters: await countDeadLetters(db, tenant),
        policy: policy && { version: policy.version, digest: policy.digest, publishedAt: policy.added_at },
        serverKey: { kid, publicKey },
      },
      200,
    );
  });
}

/** For those who may count single decisions themselves. */
async function exactSummary({ store }: AppDeps, tenant: string, window: Window): Promise<Counts> {
  const db = store.of(tenant);
  const counts = await countDecisions(db, tenant, window);
  const byAction = Object.fromEntries(ACTIONS.map((action) => [action, counts.byAction[action] ?? 0]));
  return {
    minGroup: null,
    decisions: {
      total: Object.values(byAction).reduce((sum, count) => sum + count, 0),
      byAction: byAction as Counts['decisions']['byAction'],
      byClass: counts.byClass,
      byApp: counts.byApp,
    },
    openIncidents: await countOpenIncidents(db, tenant),
    devices: await countDevices(db, tenant, window.from),
    discovered: await listDiscovered(db, tenant, window),
  };
}
