/** What nobody may do alone: asked for, voted on, done once. */
import { z } from '@hono/zod-openapi';
import { PROPOSAL_KINDS, PROPOSAL_STATES, PURPOSES } from '../privacy/proposal.ts';
import { retentionProfile } from '../privacy/retention-profile.ts';
import { milliseconds, text } from './common.ts';

const why = {
  purpose: z.enum(PURPOSES),
  /** In one's own words, without names: others read it, and it is kept. */
  reason: text(1000),
};

export const revealRequest = z.strictObject({ incident: z.uuid().toLowerCase(), ...why }).openapi('RevealRequest');

/** Who is meant: the person of an incident or of a device now, or whoever has exactly this name. */
export const target = z.union([
  z.strictObject({ incident: z.uuid().toLowerCase() }),
  z.strictObject({ device: z.uuid().toLowerCase() }),
  z.strictObject({ user: text(256) }),
]);
export type Target = z.infer<typeof target>;

export const voteRequest = z.strictObject({ approves: z.boolean() }).openapi('Vote');

export const proposalItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(PROPOSAL_KINDS),
    state: z.enum(PROPOSAL_STATES),
    incident: z.uuid().nullable(),
    purpose: z.enum(PURPOSES),
    reason: z.string(),
    /** What retention is to become. */
    profile: retentionProfile.nullable(),
    needs: z.array(z.enum(['officer', 'council'])),
    votes: z.array(
      z.object({ part: z.enum(['officer', 'council']), by: z.string(), at: milliseconds, approves: z.boolean() }),
    ),
    askedBy: z.string(),
    askedAt: milliseconds,
    /** Voting, and then use, ends here. */
    endsAt: milliseconds,
    usedAt: milliseconds.nullable(),
  })
  .openapi('Proposal');
export type ProposalItem = z.infer<typeof proposalItem>;

export const proposalList = z.object({ items: z.array(proposalItem) }).openapi('Proposals');
export type ProposalList = z.infer<typeof proposalList>;

/** Told once, to who asked. */
export const revealed = z
  .object({
    proposal: proposalItem,
    user: z.string(),
    /** Who says so: the managed settings of a browser, or the identity provider. */
    assurance: z.enum(['managed', 'oidc']),
  })
  .openapi('Revealed');
export type Revealed = z.infer<typeof revealed>;
