/** Forgetting somebody: asked for, approved by somebody else, done once, and not while a legal hold stands. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { doneAnswer, erasureRequest } from '../api/privacy.ts';
import { proposalItem } from '../api/proposals.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { findTarget } from '../privacy/find-target.ts';
import { needsOf, use } from '../privacy/proposal.ts';
import { eraseSubject } from '../store/erase-subject.ts';
import { isHeld } from '../store/holds.ts';
import { askProposal, expireProposals, stepProposal } from '../store/proposals.ts';
import { addProposalSteps, faultOf, presentProposal, refusals, stepRoutes } from './proposal-steps.ts';

const HELD = ['held', 'A legal hold stands: nothing of this person may be erased.'] as const;

const ask = createRoute({
  method: 'post',
  path: '/v1/erasures',
  summary: 'Ask to forget whose device it is, or whoever has this name',
  middleware: access('erasure.ask'),
  request: { body: { content: { 'application/json': { schema: erasureRequest } }, required: true } },
  responses: {
    201: json(proposalItem, 'Asked'),
    400: errorAnswer('Nobody named, or no purpose or reason'),
    401: refusals[401],
    403: refusals[403],
    404: errorAnswer('Nobody like that, or erased already'),
    409: errorAnswer('A legal hold stands'),
  },
});

const carryOut = createRoute({
  method: 'post',
  path: '/v1/erasures/{id}/use',
  summary: 'Destroy the key of whom it is about: nobody can ever tell again who that was',
  middleware: access('erasure.ask'),
  request: { params: idParam },
  responses: { 200: json(doneAnswer, 'Erased'), ...refusals },
});

const steps = stepRoutes('erasure', 'erasures');
export const erasureRoutes = [ask, carryOut, ...steps] as const;

export function addErasures(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'privacy');
  app.openapi(ask, async (c) => {
    const { tenant, reviewer: askedBy } = c.var.session;
    const db = dbOf(tenant);
    const { target, purpose, reason } = c.req.valid('json');
    const at = deps.now();
    const subject = await findTarget(db, deps.privacy.keys.of(tenant), tenant, target, at);
    if (subject === null) return fail(c, 404, 'nobody', 'There is nobody like that, or they are erased already.');
    if (await isHeld(db, tenant, subject)) return fail(c, 409, ...HELD);
    const needs = needsOf('erasure', deps.privacy.councilMode);
    const row = await askProposal(db, { tenant, kind: 'erasure', askedBy, at, purpose, reason, needs, subject });
    return c.json(presentProposal(row), 201);
  });
  app.openapi(carryOut, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const db = dbOf(tenant);
    const at = deps.now();
    await expireProposals(db, tenant, at);
    const result = await stepProposal<null, 'held' | 'gone'>(
      db,
      { tenant, id: c.req.valid('param').id, kind: 'erasure' },
      (proposal) => use(proposal, actor, at),
      () => ({ actor, at, act: 'subject_erased' }),
      async (trx, row) => {
        const done = await eraseSubject(trx, deps.privacy.keys.of(tenant), { tenant, subject: row.subject!, at });
        return done === 'erased' ? { ok: true, value: null } : { ok: false, code: done };
      },
    );
    if (result.ok) return c.json({ proposal: presentProposal(result.proposal) }, 200);
    if (result.code === 'held') return fail(c, 409, ...HELD);
    if (result.code === 'gone') return fail(c, 409, 'gone', 'They are erased already.');
    return fail(c, ...faultOf(result.code));
  });
  addProposalSteps(app, deps, 'erasure', steps);
}
