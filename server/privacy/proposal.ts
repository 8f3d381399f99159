/**
 * What nobody may do alone: it is asked for, others vote, and within a time who asked may do it once. Pure: which step is
 * possible, and what it leads to. One mechanism for everything that needs more than one person.
 */
import type { Permission } from '../auth/permissions.ts';

export const PROPOSAL_KINDS = ['reveal', 'erasure', 'retention', 'policy'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** `officer`: whoever may approve this kind. `council`: the works council, in council mode. */
export type VotePart = 'officer' | 'council';
export interface Vote {
  part: VotePart;
  by: string;
  at: number;
  approves: boolean;
}

export const PROPOSAL_STATES = ['open', 'approved', 'refused', 'withdrawn', 'expired', 'used'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PURPOSES = ['incident', 'legal_duty', 'request_of_person', 'protect_person', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];

interface Rules {
  ask: Permission;
  approve: Permission;
  /** Needs the works council as well in council mode. */
  asksCouncil: boolean;
}

export const PROPOSALS = {
  reveal: { ask: 'reveal.ask', approve: 'reveal.approve', asksCouncil: true },
  erasure: { ask: 'erasure.ask', approve: 'erasure.approve', asksCouncil: false },
  retention: { ask: 'retention.ask', approve: 'retention.approve', asksCouncil: true },
  policy: { ask: 'policy.ask', approve: 'policy.approve', asksCouncil: false },
} as const satisfies Record<ProposalKind, Rules>;

/** So long others can vote. */
export const VOTE_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

export interface Proposal {
  kind: ProposalKind;
  state: ProposalState;
  needs: readonly VotePart[];
  votes: readonly Vote[];
  askedBy: string;
  /** Voting ends, and once approved use ends, before this time. */
  endsAt: number;
}

export type StepFault =
  | 'not_open'
  | 'not_approved'
  | 'already_used'
  | 'expired'
  | 'own_proposal'
  | 'not_yours'
  | 'voted_already'
  | 'not_needed';
export type Step = { ok: true; next: Pick<Proposal, 'state' | 'votes' | 'endsAt'> } | { ok: false; code: StepFault };

export function needsOf(kind: ProposalKind, councilMode: boolean): VotePart[] {
  return councilMode && PROPOSALS[kind].asksCouncil ? ['officer', 'council'] : ['officer'];
}

/** Its time has passed, and nobody has said so yet. */
export function hasExpired({ state, endsAt }: Proposal, now: number): boolean {
  return (state === 'open' || state === 'approved') && endsAt <= now;
}

/** @param usableMs How long it can be used once everybody has agreed. */
export function vote(proposal: Proposal, { part, by, at, approves }: Vote, usableMs: number): Step {
  const { state, needs, votes, askedBy, endsAt } = proposal;
  if (hasExpired(proposal, at) || state === 'expired') return refuse('expired');
  if (state !== 'open') return refuse('not_open');
  if (by === askedBy) return refuse('own_proposal');
  if (!needs.includes(part)) return refuse('not_needed');
  // Also who has both roles is one person.
  if (votes.some((each) => each.by === by || each.part === part)) return refuse('voted_already');
  const cast = [...votes, { part, by, at, approves }];
  if (!approves) return { ok: true, next: { state: 'refused', votes: cast, endsAt } };
  if (cast.length < needs.length) return { ok: true, next: { state: 'open', votes: cast, endsAt } };
  return { ok: true, next: { state: 'approved', votes: cast, endsAt: at + usableMs } };
}

/** Who asked does, once, what was approved. */
export function use(proposal: Proposal, by: string, at: number): Step {
  const { state, votes, askedBy, endsAt } = proposal;
  if (by !== askedBy) return refuse('not_yours');
  if (state === 'used') return refuse('already_used');
  if (hasExpired(proposal, at) || state === 'expired') return refuse('expired');
  if (state !== 'approved') return refuse('not_approved');
  return { ok: true, next: { state: 'used', votes, endsAt } };
}

export function withdraw(proposal: Proposal, by: string, at: number): Step {
  const { state, votes, askedBy, endsAt } = proposal;
  if (by !== askedBy) return refuse('not_yours');
  if (hasExpired(proposal, at) || state === 'expired') return refuse('expired');
  if (state !== 'open' && state !== 'approved') return refuse('not_open');
  return { ok: true, next: { state: 'withdrawn', votes, endsAt } };
}

const refuse = (code: StepFault): Step => ({ ok: false, code });
