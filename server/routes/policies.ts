/** Publishing a policy: somebody asks with the signed draft, somebody else approves, and then it is served to devices. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { diffPolicies, type PolicyChange } from '../../lib/policy/diff.ts';
import { verifyEnvelope } from '../../lib/policy/envelope.ts';
import { errorAnswer, idParam, json } from '../api/common.ts';
import { type PublicationItem, publicationItem, publicationList, publicationRequest } from '../api/policies.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { use } from '../privacy/proposal.ts';
import { writeAudit } from '../store/audit.ts';
import { currentPolicy, othersWhoApprove, type PublishFault, publishFault, publishIn } from '../store/policies.ts';
import { askProposal, expireProposals, listProposals, type ProposalRow, stepProposal } from '../store/proposals.ts';
import { addProposalSteps, faultOf, presentProposal, refusals, stepRoutes } from './proposal-steps.ts';

/** A policy with the words of a large dictionary stays below. */
const MAX_DRAFT_BYTES = 1_200_000;

const list = createRoute({
  method: 'get',
  path: '/v1/policy-publications',
  summary: 'The policy that devices are given, and what was asked to take its place',
  middleware: access('policy.read'),
  responses: { 200: json(publicationList, 'All of them'), 401: refusals[401], 403: refusals[403] },
});

const ask = createRoute({
  method: 'post',
  path: '/v1/policy-publications',
  summary: 'Ask to publish a signed policy; with nobody else who could approve it, it is approved, and the log says so',
  middleware: [
    access('policy.ask'),
    bodyLimit({
      maxSize: MAX_DRAFT_BYTES,
      onError: (c) => fail(c, 413, 'too_large', `The body may have ${MAX_DRAFT_BYTES} bytes.`),
    }),
  ] as const,
  request: { body: { content: { 'application/json': { schema: publicationRequest } }, required: true } },
  responses: {
    201: json(publicationItem, 'Asked'),
    400: errorAnswer('Not signed by the root keys, or no reason'),
    401: refusals[401],
    403: refusals[403],
    409: errorAnswer('Not newer than the policy in force'),
    413: errorAnswer('Too large'),
  },
});

const publish = createRoute({
  method: 'post',
  path: '/v1/policy-publications/{id}/use',
  summary: 'Publish what was approved: devices are given it from now on',
  middleware: access('policy.ask'),
  request: { params: idParam },
  responses: { 200: json(publicationItem, 'Published'), ...refusals },
});

const steps = stepRoutes('policy', 'policy-publications');
export const policyRoutes = [list, ask, publish, ...steps] as const;

const PUBLISH_FAULTS: Record<PublishFault, string> = {
  rollback: 'A later version is in force.',
  same_version: 'Another policy with this version is in force.',
};

export function addPolicies(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'privacy');
  app.openapi(list, async (c) => {
    const { tenant } = c.var.session;
    const db = dbOf(tenant);
    await expireProposals(db, tenant, deps.now());
    const current = await currentPolicy(db, tenant);
    const rows = await listProposals(db, tenant, null, 'policy');
    return c.json(
      {
        current: current && { digest: current.digest, version: current.version, addedAt: current.added_at },
        items: rows.map(present),
      },
      200,
    );
  });
  app.openapi(ask, async (c) => {
    const { tenant, reviewer: askedBy } = c.var.session;
    const { envelope, reason } = c.req.valid('json');
    const db = dbOf(tenant);
    const verified = await verifyEnvelope(envelope, deps.policyRootKeys);
    if (!verified.ok) {
      // `malformed` is said of requests; here it is the file that is none.
      const code = verified.code === 'malformed' ? 'not_a_signed_policy' : verified.code;
      return fail(c, 400, code, 'This policy is not signed by the root keys as it has to be.');
    }
    const { digest, version, epoch, policy } = verified;
    const current = await currentPolicy(db, tenant);
    const fault = publishFault(current, verified);
    if (fault !== null) return fail(c, 409, fault, PUBLISH_FAULTS[fault]);
    const before = current === null ? null : await verifyEnvelope(current.envelope, deps.policyRootKeys);
    const changes: PolicyChange[] = before?.ok ? diffPolicies(before.policy, policy).changes : [];
    const others = await othersWhoApprove(db, tenant, askedBy);
    const row = await askProposal(db, {
      ...{ tenant, kind: 'policy', askedBy, at: deps.now(), purpose: 'other', reason },
      needs: others > 0 ? ['officer'] : [],
      policy: { envelope, digest, version, epoch, changes },
    });
    return c.json(present(row), 201);
  });
  app.openapi(publish, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const at = deps.now();
    const db = dbOf(tenant);
    await expireProposals(db, tenant, at);
    const result = await stepProposal<null, PublishFault>(
      db,
      { tenant, id: c.req.valid('param').id, kind: 'policy' },
      (proposal) => use(proposal, actor, at),
      ({ needs }) => ({ actor, at, act: needs.length === 0 ? 'policy_used_alone' : 'policy_used' }),
      async (trx, { params }) => {
        const { envelope, ...named } = params.policy!;
        const published = await publishIn(trx, tenant, named, envelope, at);
        if (!published.ok) return published;
        await writeAudit(trx, { tenant, at, actor, act: 'policy_published', subject: named.digest });
        return { ok: true, value: null };
      },
    );
    if (result.ok) return c.json(present(result.proposal), 200);
    const { code } = result;
    if (code === 'rollback' || code === 'same_version') return fail(c, 409, code, PUBLISH_FAULTS[code]);
    return fail(c, ...faultOf(code));
  });
  addProposalSteps(app, deps, 'policy', steps);
}

function present(row: ProposalRow): PublicationItem {
  const { digest, version, changes } = row.params.policy!;
  return { proposal: presentProposal(row), digest, version, changes, weakens: changes.some((each) => each.weakens) };
}
