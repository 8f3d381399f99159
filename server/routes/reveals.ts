/** Learning who is behind a pseudonym: for a case and a purpose, with the consent of somebody else, once. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { proposalItem, proposalList, revealed, revealRequest } from '../api/proposals.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { needsOf, use } from '../privacy/proposal.ts';
import { findIncident } from '../store/incidents.ts';
import { askProposal, expireProposals, listProposals, stepProposal } from '../store/proposals.ts';
import { findSubject, type Identity, openIdentity, subjectAt } from '../store/subjects.ts';
import {
  addCouncilVote,
  addProposalSteps,
  councilVote,
  faultOf,
  presentProposal,
  refusals,
  stepRoutes,
} from './proposal-steps.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/proposals',
  summary: 'What was asked for that nobody may do alone: the 200 newest, newest first',
  middleware: access('proposals.read'),
  responses: { 200: json(proposalList, 'All of them'), 401: refusals[401], 403: refusals[403] },
});

const mine = createRoute({
  method: 'get',
  path: '/v1/proposals/mine',
  summary: 'What one asked for oneself that nobody may do alone: the 200 newest, newest first',
  middleware: access('proposals.own'),
  responses: { 200: json(proposalList, "One's own"), 401: refusals[401], 403: refusals[403] },
});

const ask = createRoute({
  method: 'post',
  path: '/v1/reveals',
  summary: 'Ask who is behind an incident',
  middleware: access('reveal.ask'),
  request: { body: { content: { 'application/json': { schema: revealRequest } }, required: true } },
  responses: {
    201: json(proposalItem, 'Asked'),
    400: errorAnswer('No case, purpose or reason'),
    401: refusals[401],
    403: refusals[403],
    404: errorAnswer('No such incident'),
    409: errorAnswer('Nobody has told who that is'),
  },
});

const open = createRoute({
  method: 'post',
  path: '/v1/reveals/{id}/use',
  summary: 'See, once, who it is',
  middleware: access('reveal.ask'),
  request: { params: idParam },
  responses: { 200: json(revealed, 'Who it is'), ...refusals },
});

const steps = stepRoutes('reveal', 'reveals');
export const revealRoutes = [list, mine, ask, open, councilVote, ...steps] as const;

export function addReveals(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'privacy');
  app.openapi(list, async (c) => {
    const { tenant } = c.var.session;
    const db = dbOf(tenant);
    await expireProposals(db, tenant, deps.now());
    const rows = await listProposals(db, tenant, null);
    return c.json({ items: rows.map(presentProposal) }, 200);
  });
  app.openapi(mine, async (c) => {
    const { tenant, reviewer } = c.var.session;
    const db = dbOf(tenant);
    await expireProposals(db, tenant, deps.now());
    return c.json({ items: (await listProposals(db, tenant, reviewer)).map(presentProposal) }, 200);
  });
  app.openapi(ask, async (c) => {
    const { tenant, reviewer: askedBy } = c.var.session;
    const { incident: id, purpose, reason } = c.req.valid('json');
    const db = dbOf(tenant);
    const incident = await findIncident(db, tenant, id);
    if (incident === null) return fail(c, 404, 'not_found', 'There is no such incident.');
    const subject = await subjectAt(db, tenant, { device: incident.device, at: incident.created_at });
    const known = subject === null ? null : await findSubject(db, tenant, subject);
    if (subject === null || known?.identity == null) {
      return fail(c, 409, 'nobody_known', 'Nobody has told the endpoint who this is, or they are erased.');
    }
    const needs = needsOf('reveal', deps.privacy.councilMode);
    const row = await askProposal(db, {
      ...{ tenant, kind: 'reveal', askedBy, at: deps.now(), purpose, reason, needs, subject, incident: id },
    });
    return c.json(presentProposal(row), 201);
  });
  app.openapi(open, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const at = deps.now();
    const db = dbOf(tenant);
    await expireProposals(db, tenant, at);
    const result = await stepProposal<Identity, 'gone'>(
      db,
      { tenant, id: c.req.valid('param').id, kind: 'reveal' },
      (proposal) => use(proposal, actor, at),
      () => ({ actor, at, act: 'identity_revealed' }),
      async (trx, row) => {
        const identity = await openIdentity(trx, deps.privacy.keys.of(tenant), tenant, row.subject!);
        if (identity === null) return { ok: false, code: 'gone' };
        const { user, assurance } = identity;
        return { ok: true, value: { user, assurance } };
      },
    );
    if (result.ok) return c.json({ proposal: presentProposal(result.proposal), ...result.value }, 200);
    if (result.code === 'gone') return fail(c, 409, 'gone', 'Who this was has been erased.');
    return fail(c, ...faultOf(result.code));
  });
  addProposalSteps(app, deps, 'reveal', steps);
  addCouncilVote(app, deps);
}
