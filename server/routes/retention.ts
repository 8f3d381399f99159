/** How long what is kept: seen, tried out, and changed by more than one person. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { doneAnswer, dryRunAnswer, dryRunRequest, retentionAnswer, retentionRequest } from '../api/privacy.ts';
import { proposalItem } from '../api/proposals.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { needsOf, use } from '../privacy/proposal.ts';
import { askProposal, expireProposals, stepProposal } from '../store/proposals.ts';
import { currentRetention, previewRetention, setRetention } from '../store/retention.ts';
import { lastRetentionRun } from '../store/retention-runs.ts';
import { addProposalSteps, faultOf, presentProposal, refusals, stepRoutes } from './proposal-steps.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/retention',
  summary: 'How long what is kept, and how the last erasing went',
  middleware: access('retention.read'),
  responses: { 200: json(retentionAnswer, 'The profile'), 401: refusals[401], 403: refusals[403] },
});

const dryRun = createRoute({
  method: 'post',
  path: '/v1/retention/dry-run',
  summary: 'What would be erased now; nothing is',
  middleware: access('retention.read'),
  request: { body: { content: { 'application/json': { schema: dryRunRequest } }, required: true } },
  responses: {
    200: json(dryRunAnswer, 'Counts'),
    400: errorAnswer('Not a profile'),
    401: refusals[401],
    403: refusals[403],
  },
});

const ask = createRoute({
  method: 'post',
  path: '/v1/retention-changes',
  summary: 'Ask to keep things for another time',
  middleware: access('retention.ask'),
  request: { body: { content: { 'application/json': { schema: retentionRequest } }, required: true } },
  responses: {
    201: json(proposalItem, 'Asked'),
    400: errorAnswer('Not a profile, or no purpose or reason'),
    401: refusals[401],
    403: refusals[403],
  },
});

const carryOut = createRoute({
  method: 'post',
  path: '/v1/retention-changes/{id}/use',
  summary: 'Put an approved profile in force',
  middleware: access('retention.ask'),
  request: { params: idParam },
  responses: { 200: json(doneAnswer, 'In force'), ...refusals },
});

const steps = stepRoutes('retention', 'retention-changes');
export const retentionRoutes = [read, dryRun, ask, carryOut, ...steps] as const;

export function addRetention(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'privacy');
  app.openapi(read, async (c) => {
    const { tenant } = c.var.session;
    const db = dbOf(tenant);
    const { profile, since } = await currentRetention(db, tenant);
    return c.json({ profile, since, lastRun: await lastRetentionRun(db, tenant) }, 200);
  });
  app.openapi(dryRun, async (c) => {
    const { tenant } = c.var.session;
    const { profile } = c.req.valid('json');
    return c.json(await previewRetention(deps.store.of(tenant, 'erase'), tenant, profile, deps.now()), 200);
  });
  app.openapi(ask, async (c) => {
    const { tenant, reviewer: askedBy } = c.var.session;
    const db = dbOf(tenant);
    const { profile, purpose, reason } = c.req.valid('json');
    const needs = needsOf('retention', deps.privacy.councilMode);
    const about = { tenant, kind: 'retention', askedBy, at: deps.now(), purpose, reason, needs, profile } as const;
    return c.json(presentProposal(await askProposal(db, about)), 201);
  });
  app.openapi(carryOut, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const db = dbOf(tenant);
    const at = deps.now();
    await expireProposals(db, tenant, at);
    const result = await stepProposal(
      db,
      { tenant, id: c.req.valid('param').id, kind: 'retention' },
      (proposal) => use(proposal, actor, at),
      () => ({ actor, at, act: 'retention_changed' }),
      async (trx, row) => {
        await setRetention(trx, { tenant, proposal: row.id, at }, row.params.profile!);
        return { ok: true, value: null };
      },
    );
    if (result.ok) return c.json({ proposal: presentProposal(result.proposal) }, 200);
    return fail(c, ...faultOf(result.code));
  });
  addProposalSteps(app, deps, 'retention', steps);
}
