/** For admins: how each connector is doing, a test, pause, and delivering again from an earlier place. */
import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, json } from '../api/common.ts';
import {
  type ConnectorItem,
  connectorItem,
  connectorList,
  connectorParam,
  deadLetterList,
  deadLetterParam,
  MAX_DEAD_LETTERS_SHOWN,
  replayAnswer,
  replayRequest,
  testAnswer,
} from '../api/connectors.ts';
import { access } from '../auth/access.ts';
import { type RunningConnector, sendTestEvent } from '../connectors/running-connector.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { connectorStates } from '../metrics.ts';
import { type AuditAct, writeAudit } from '../store/audit.ts';
import { deadLettersOf, dropDeadLetter, moveConnector, pauseConnector, retryDeadLetters } from '../store/connectors.ts';
import { feedSize, positionAt } from '../store/feed.ts';

const read = { middleware: access('connectors.read') } as const;
const manage = { middleware: access('connectors.manage'), request: { params: connectorParam } } as const;
const faults = {
  401: errorAnswer('Not signed in'),
  403: errorAnswer('No role that allows it'),
  404: errorAnswer('No such connector'),
};

const list = createRoute({
  method: 'get',
  path: '/v1/connectors',
  summary: 'Every connector, how far it has come and what went wrong last',
  ...read,
  responses: { 200: json(connectorList, 'All of them'), ...faults },
});

const letters = createRoute({
  method: 'get',
  path: '/v1/connectors/{name}/dead-letters',
  summary: 'Entries that the receiver refuses',
  ...read,
  request: { params: connectorParam },
  responses: { 200: json(deadLetterList, 'The first of them'), ...faults },
});

const test = createRoute({
  method: 'post',
  path: '/v1/connectors/{name}/test',
  summary: 'Deliver one event that says it is a test',
  ...manage,
  responses: { 200: json(testAnswer, 'What came of it'), ...faults },
});

const replay = createRoute({
  method: 'post',
  path: '/v1/connectors/{name}/replay',
  summary: 'Deliver again from a place or a time, or what was put aside',
  ...manage,
  request: {
    params: connectorParam,
    body: { content: { 'application/json': { schema: replayRequest } }, required: true },
  },
  responses: { 200: json(replayAnswer, 'Where it goes on'), 400: errorAnswer('Not a place in the feed'), ...faults },
});

const drop = createRoute({
  method: 'delete',
  path: '/v1/connectors/{name}/dead-letters/{position}',
  summary: 'Forget an entry that the receiver refuses: it will never have it',
  ...manage,
  request: { params: deadLetterParam },
  responses: { 204: { description: 'Forgotten' }, ...faults },
});

const change = <V extends 'pause' | 'resume'>(verb: V) =>
  createRoute({
    method: 'post',
    path: `/v1/connectors/{name}/${verb}`,
    summary: verb === 'pause' ? 'Deliver nothing until it is resumed' : 'Deliver again, at once',
    ...manage,
    responses: { 200: json(connectorItem, 'As it is now'), ...faults },
  });
const changes = { pause: change('pause'), resume: change('resume') };

export const connectorRoutes = [list, letters, test, replay, drop, changes.pause, changes.resume] as const;

export function addConnectors(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'feed');
  const find = (tenant: string, name: string) =>
    deps.connectors.find((connector) => connector.tenant === tenant && connector.name === name);
  const audit = (c: { tenant: string; name: string }, act: AuditAct, subject: string) =>
    writeAudit(deps.store.of(c.tenant), { tenant: c.tenant, at: deps.now(), actor: c.name, act, subject });

  app.openapi(list, async (c) => {
    const own = deps.connectors.filter(({ tenant }) => tenant === c.var.session.tenant);
    return c.json({ items: await present(deps, own) }, 200);
  });
  app.openapi(letters, async (c) => {
    const { tenant } = c.var.session;
    const { name } = c.req.valid('param');
    if (find(tenant, name) === undefined) return fail(c, 404, 'not_found', 'There is no such connector.');
    const rows = await deadLettersOf(dbOf(tenant), tenant, name, MAX_DEAD_LETTERS_SHOWN);
    return c.json({ items: rows.map(({ is_due: isDue, ...row }) => ({ ...row, isDue })) }, 200);
  });
  app.openapi(test, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const connector = find(tenant, c.req.valid('param').name);
    if (connector === undefined) return fail(c, 404, 'not_found', 'There is no such connector.');
    const began = performance.now();
    const delivery = await sendTestEvent(connector, { actor, now: deps.now(), id: randomUUID() });
    await audit({ tenant, name: actor }, 'connector_tested', connector.name);
    const ms = Math.round(performance.now() - began);
    return c.json({ ok: delivery.ok, code: delivery.ok ? null : delivery.code, ms }, 200);
  });
  app.openapi(replay, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const { name } = c.req.valid('param');
    if (find(tenant, name) === undefined) return fail(c, 404, 'not_found', 'There is no such connector.');
    const request = c.req.valid('json');
    if ('deadLetters' in request) {
      const only = request.deadLetters === true ? null : request.deadLetters;
      const deadLetters = await retryDeadLetters(dbOf(tenant), tenant, name, only);
      await audit({ tenant, name: actor }, 'connector_replayed', name);
      return c.json({ position: null, deadLetters }, 200);
    }
    const position = 'position' in request ? request.position : await positionAt(dbOf(tenant), tenant, request.since);
    if (position > (await feedSize(dbOf(tenant), tenant)))
      return fail(c, 400, 'no_such_position', 'The feed is shorter.');
    await moveConnector(dbOf(tenant), tenant, name, position);
    await audit({ tenant, name: actor }, 'connector_replayed', name);
    return c.json({ position, deadLetters: 0 }, 200);
  });
  app.openapi(drop, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const { name, position } = c.req.valid('param');
    if (find(tenant, name) === undefined) return fail(c, 404, 'not_found', 'There is no such connector.');
    if (!(await dropDeadLetter(dbOf(tenant), tenant, name, position))) {
      return fail(c, 404, 'not_found', 'There is no such dead letter.');
    }
    await audit({ tenant, name: actor }, 'dead_letter_removed', `${name}/${position}`);
    return c.body(null, 204);
  });
  for (const verb of ['pause', 'resume'] as const) {
    app.openapi(changes[verb], async (c) => {
      const { tenant, reviewer: actor } = c.var.session;
      const connector = find(tenant, c.req.valid('param').name);
      if (connector === undefined) return fail(c, 404, 'not_found', 'There is no such connector.');
      await pauseConnector(dbOf(tenant), tenant, connector.name, verb === 'pause');
      await audit({ tenant, name: actor }, verb === 'pause' ? 'connector_paused' : 'connector_resumed', connector.name);
      const [item] = await present(deps, [connector]);
      return c.json(item!, 200);
    });
  }
}

async function present(deps: AppDeps, connectors: readonly RunningConnector[]): Promise<ConnectorItem[]> {
  const states = await connectorStates(deps.store, connectors, deps.now());
  return states.map(({ connector: name, row, size, lag, ageMs, aside, isPaused, failures }) => {
    const { type, target } = connectors.find((connector) => connector.name === name)!;
    return {
      name,
      type,
      target,
      state: isPaused ? 'paused' : failures > 0 ? 'failing' : 'ok',
      position: row.position,
      feedSize: size,
      lag,
      lagMs: ageMs,
      delivered: row.delivered,
      deadLetters: aside,
      failures,
      retryAt: row.retry_at === 0 ? null : row.retry_at,
      lastSuccessAt: row.last_success_at,
      lastErrorAt: row.last_error_at,
      lastError: row.last_error,
    };
  });
}
