import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { incidentDetail, incidentItem, incidentPage, incidentPatch, incidentQuery } from '../api/incidents.ts';
import { showDecisions, showIncidents } from '../api/show.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import { findDecision } from '../store/decisions.ts';
import { findIncident, incidentHistory, listIncidents, patchIncident } from '../store/incidents.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/incidents',
  summary: 'Incidents, newest first',
  middleware: access('incidents.read'),
  request: { query: incidentQuery },
  responses: {
    200: json(incidentPage, 'A page'),
    400: errorAnswer('Not a filter'),
    401: errorAnswer('Not signed in'),
  },
});

const detail = createRoute({
  method: 'get',
  path: '/v1/incidents/{id}',
  summary: 'One incident with its decision and its history',
  middleware: access('incidents.read'),
  request: { params: idParam },
  responses: {
    200: json(incidentDetail, 'The incident'),
    401: errorAnswer('Not signed in'),
    404: errorAnswer('No such incident'),
  },
});

const patch = createRoute({
  method: 'patch',
  path: '/v1/incidents/{id}',
  summary: 'Work on an incident',
  middleware: access('incidents.work'),
  request: {
    params: idParam,
    body: { content: { 'application/json': { schema: incidentPatch } }, required: true },
  },
  responses: {
    200: json(incidentItem, 'As it is now'),
    400: errorAnswer('Not a change, or closed without a verdict'),
    401: errorAnswer('Not signed in'),
    403: errorAnswer('From another site'),
    404: errorAnswer('No such incident'),
    409: errorAnswer('Somebody else changed it: look again'),
  },
});

const FAULTS = {
  not_found: [404, 'There is no such incident.'],
  version_conflict: [409, 'Somebody else changed this incident. Look again.'],
  verdict_required: [400, 'An incident is closed with a verdict.'],
} as const;

export const incidentRoutes = [list, detail, patch] as const;

export function addIncidents(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(list, async (c) => {
    const { tenant } = c.var.session;
    const { items, nextCursor } = await listIncidents(deps.store.of(tenant), tenant, c.req.valid('query'));
    return c.json({ items: await showIncidents(deps.privacy.names, tenant, items), nextCursor }, 200);
  });
  app.openapi(detail, async (c) => {
    const { tenant } = c.var.session;
    const db = deps.store.of(tenant);
    const row = await findIncident(db, tenant, c.req.valid('param').id);
    if (row === null) return fail(c, 404, 'not_found', 'There is no such incident.');
    const decision = row.decision === null ? null : await findDecision(db, tenant, row.decision);
    const history = await incidentHistory(db, tenant, row.id);
    const [incident] = await showIncidents(deps.privacy.names, tenant, [row]);
    const [shown = null] = await showDecisions(deps.privacy.names, tenant, decision === null ? [] : [decision]);
    return c.json({ incident: incident!, decision: shown, history }, 200);
  });
  app.openapi(patch, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const { id } = c.req.valid('param');
    const at = deps.now();
    const db = deps.store.of(tenant);
    const result = await patchIncident(db, tenant, id, c.req.valid('json'), { actor, at });
    if (!result.ok) {
      const [status, message] = FAULTS[result.code];
      return fail(c, status, result.code, message);
    }
    await writeAudit(db, { tenant, at, actor, act: 'incident_changed', subject: id });
    const [incident] = await showIncidents(deps.privacy.names, tenant, [result.incident]);
    deps.news.tell(tenant, { decisions: [], incidents: [id] });
    return c.json(incident!, 200);
  });
}
