import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ACTIONS } from '../../lib/policy/decision.ts';
import { errorAnswer, json } from '../api/common.ts';
import { type SummaryResponse, summaryQuery, summaryResponse, WINDOWS } from '../api/summary.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { listDiscovered } from '../store/discovered-sites.ts';
import { countDevices } from '../store/enrolment.ts';
import { countOpenIncidents } from '../store/incidents.ts';
import { currentPolicy } from '../store/policies.ts';
import { countDeadLetters } from '../store/records.ts';
import { countDecisions } from '../store/summary.ts';

const HOUR_MS = 60 * 60 * 1000;

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
    const to = deps.now();
    const from = to - WINDOWS[c.req.valid('query').window] * HOUR_MS;
    const counts = await countDecisions(db, tenant, { from, to });
    const byAction = Object.fromEntries(ACTIONS.map((action) => [action, counts.byAction[action] ?? 0]));
    const policy = await currentPolicy(db, tenant);
    const { kid, publicKey } = await deps.signerOf(tenant);
    return c.json(
      {
        window: { from, to },
        decisions: {
          total: Object.values(byAction).reduce((sum, count) => sum + count, 0),
          byAction: byAction as SummaryResponse['decisions']['byAction'],
          byClass: counts.byClass,
          byApp: counts.byApp,
        },
        openIncidents: await countOpenIncidents(db, tenant),
        devices: await countDevices(db, tenant, from),
        discovered: await listDiscovered(db, tenant, { from, to }),
        deadLetters: await countDeadLetters(db, tenant),
        policy: policy && { version: policy.version, digest: policy.digest, publishedAt: policy.added_at },
        serverKey: { kid, publicKey },
      },
      200,
    );
  });
}
