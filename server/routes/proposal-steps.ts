/** The steps that every kind of proposal has, as routes; what is asked and done is its own (routes/reveals.ts, ...). */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { type ProposalItem, proposalItem, voteRequest } from '../api/proposals.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { PROPOSALS, type ProposalKind, type StepFault, type VotePart, vote, withdraw } from '../privacy/proposal.ts';
import { expireProposals, type ProposalRow, stepProposal } from '../store/proposals.ts';

export const refusals = {
  401: errorAnswer('Not signed in'),
  403: errorAnswer('No role that allows it, or not by this person'),
  404: errorAnswer('No such proposal'),
  409: errorAnswer('Not in this state, or too late'),
};

export const STEP_FAULTS: Record<StepFault | 'not_found', [403 | 404 | 409, string]> = {
  not_found: [404, 'There is no such proposal.'],
  not_open: [409, 'This proposal is not open any more.'],
  not_approved: [409, 'Not everybody who has to has agreed.'],
  already_used: [409, 'This was done already: ask again.'],
  expired: [409, 'The time for this has passed: ask again.'],
  own_proposal: [403, 'Somebody else has to decide on what you ask for.'],
  not_yours: [403, 'Only who asked may do this.'],
  voted_already: [409, 'You have voted, or somebody did in this part.'],
  not_needed: [409, 'This vote is not asked for here.'],
};

/** `POST /v1/<path>/{id}/vote` and `/withdraw`. */
export function addProposalSteps(app: OpenAPIHono<AppEnv>, deps: AppDeps, kind: ProposalKind, path: string): void {
  const { ask, approve } = PROPOSALS[kind];
  addVote(app, deps, { path: `/v1/${path}/{id}/vote`, kind, part: 'officer', permission: approve });
  const taken = createRoute({
    method: 'post',
    path: `/v1/${path}/{id}/withdraw`,
    summary: `Take one's own request back (${kind})`,
    middleware: access(ask),
    request: { params: idParam },
    responses: { 200: json(proposalItem, 'As it is now'), ...refusals },
  });
  app.openapi(taken, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const at = deps.now();
    const db = deps.store.of(tenant, 'privacy');
    await expireProposals(db, tenant, at);
    const { id } = c.req.valid('param');
    const result = await stepProposal(
      db,
      { tenant, id, kind },
      (proposal) => withdraw(proposal, actor, at),
      () => ({ actor, at, act: `${kind}_withdrawn` }),
    );
    return result.ok ? c.json(presentProposal(result.proposal), 200) : fail(c, ...faultOf(result.code));
  });
}

/** @param about `kind` undefined: of any kind. */
export function addVote(
  app: OpenAPIHono<AppEnv>,
  deps: AppDeps,
  about: { path: string; kind?: ProposalKind; part: VotePart; permission: 'council.vote' | `${ProposalKind}.approve` },
): void {
  const { path, kind, part, permission } = about;
  const route = createRoute({
    method: 'post',
    path,
    summary: part === 'council' ? 'Vote for the works council' : `Approve or refuse what somebody else asks (${kind})`,
    middleware: access(permission),
    request: { params: idParam, body: { content: { 'application/json': { schema: voteRequest } }, required: true } },
    responses: { 200: json(proposalItem, 'As it is now'), 400: errorAnswer('No vote'), ...refusals },
  });
  app.openapi(route, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const { approves } = c.req.valid('json');
    const at = deps.now();
    const db = deps.store.of(tenant, 'privacy');
    await expireProposals(db, tenant, at);
    const result = await stepProposal(
      db,
      { tenant, id: c.req.valid('param').id, kind },
      (proposal) => vote(proposal, { part, by: actor, at, approves }, deps.privacy.usableMs),
      (row) => ({
        actor,
        at,
        act: `${row.kind}_${approves ? (part === 'council' ? 'consented' : 'approved') : 'refused'}`,
      }),
    );
    return result.ok ? c.json(presentProposal(result.proposal), 200) : fail(c, ...faultOf(result.code));
  });
}

export function faultOf(code: keyof typeof STEP_FAULTS): [403 | 404 | 409, string, string] {
  const [status, message] = STEP_FAULTS[code];
  return [status, code, message];
}

/** Nobody it is about is named in it. */
export function presentProposal(row: ProposalRow): ProposalItem {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    incident: row.incident,
    purpose: row.purpose as ProposalItem['purpose'],
    reason: row.reason,
    profile: row.params.profile ?? null,
    needs: row.needs,
    votes: row.votes,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    endsAt: row.ends_at,
    usedAt: row.used_at,
  };
}
