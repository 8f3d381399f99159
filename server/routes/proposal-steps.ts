/** The steps that every kind of proposal has, as routes; what is asked and done is its own (reveals.ts, erasures.ts, ...). */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { type ProposalItem, proposalItem, voteRequest } from '../api/proposals.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { PROPOSALS, type ProposalKind, type StepFault, type VotePart, vote, withdraw } from '../privacy/proposal.ts';
import { expireProposals, type ProposalRow, stepProposal } from '../store/proposals.ts';
import type { Session } from '../store/sessions.ts';

export const refusals = {
  401: errorAnswer('Not signed in'),
  403: errorAnswer('No role that allows it, or not by this person'),
  404: errorAnswer('No such proposal'),
  409: errorAnswer('Not in this state, or too late'),
};

const STEP_FAULTS: Record<StepFault | 'not_found', [403 | 404 | 409, string]> = {
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

const voting = {
  request: { params: idParam, body: { content: { 'application/json': { schema: voteRequest } }, required: true } },
  responses: { 200: json(proposalItem, 'As it is now'), 400: errorAnswer('No vote'), ...refusals },
};

/** `POST /v1/<path>/{id}/vote` and `/withdraw`. */
export function stepRoutes<P extends string>(kind: ProposalKind, path: P) {
  const { ask, approve } = PROPOSALS[kind];
  return [
    createRoute({
      method: 'post',
      path: `/v1/${path}/{id}/vote` as const,
      summary: `Approve or refuse what somebody else asks (${kind})`,
      middleware: access(approve),
      ...voting,
    }),
    createRoute({
      method: 'post',
      path: `/v1/${path}/{id}/withdraw` as const,
      summary: `Take one's own request back (${kind})`,
      middleware: access(ask),
      request: { params: idParam },
      responses: { 200: json(proposalItem, 'As it is now'), ...refusals },
    }),
  ] as const;
}

export const councilVote = createRoute({
  method: 'post',
  path: '/v1/proposals/{id}/council-vote',
  summary: 'Vote for the works council',
  middleware: access('council.vote'),
  ...voting,
});

export function addProposalSteps(
  app: OpenAPIHono<AppEnv>,
  deps: AppDeps,
  kind: ProposalKind,
  [voted, withdrawn]: ReturnType<typeof stepRoutes<string>>,
): void {
  app.openapi(voted, async (c) => {
    const given = { ...c.req.valid('param'), ...c.req.valid('json'), kind, part: 'officer' } as const;
    const result = await cast(c.var.session, deps, given);
    return result.ok ? c.json(presentProposal(result.proposal), 200) : fail(c, ...faultOf(result.code));
  });
  app.openapi(withdrawn, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const at = deps.now();
    const db = deps.store.of(tenant, 'privacy');
    await expireProposals(db, tenant, at);
    const result = await stepProposal(
      db,
      { tenant, id: c.req.valid('param').id, kind },
      (proposal) => withdraw(proposal, actor, at),
      () => ({ actor, at, act: `${kind}_withdrawn` }),
    );
    return result.ok ? c.json(presentProposal(result.proposal), 200) : fail(c, ...faultOf(result.code));
  });
}

export function addCouncilVote(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(councilVote, async (c) => {
    const given = { ...c.req.valid('param'), ...c.req.valid('json'), kind: undefined, part: 'council' } as const;
    const result = await cast(c.var.session, deps, given);
    return result.ok ? c.json(presentProposal(result.proposal), 200) : fail(c, ...faultOf(result.code));
  });
}

interface Cast {
  id: string;
  /** Undefined: of any kind. */
  kind: ProposalKind | undefined;
  part: VotePart;
  approves: boolean;
}

async function cast({ tenant, reviewer: actor }: Session, deps: AppDeps, { id, kind, part, approves }: Cast) {
  const at = deps.now();
  const db = deps.store.of(tenant, 'privacy');
  await expireProposals(db, tenant, at);
  const step = approves ? (part === 'council' ? 'consented' : 'approved') : 'refused';
  return stepProposal(
    db,
    { tenant, id, kind },
    (proposal) => vote(proposal, { part, by: actor, at, approves }, deps.privacy.usableMs),
    (row) => ({ actor, at, act: `${row.kind}_${step}` }),
  );
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
