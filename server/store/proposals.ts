/** What two people decide, from the first word to the deed. Every step is an act, so an entry of the log. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import {
  hasExpired,
  type Proposal,
  type ProposalKind,
  type Purpose,
  type Step,
  type StepFault,
  VOTE_WITHIN_MS,
  type VotePart,
} from '../privacy/proposal.ts';
import type { RetentionProfile } from '../privacy/retention-profile.ts';
import { ENDPOINT, type ProposalAct, writeAudit } from './audit.ts';
import type { PolicyDraft } from './privacy-tables.ts';
import type { Database, Db } from './schema.ts';

export type ProposalRow = Selectable<Database['proposals']>;

const AT_ONCE = 200;

export interface Ask {
  tenant: string;
  kind: ProposalKind;
  askedBy: string;
  at: number;
  purpose: Purpose;
  reason: string;
  needs: readonly VotePart[];
  subject?: string;
  incident?: string;
  profile?: RetentionProfile;
  policy?: PolicyDraft;
}

export async function askProposal(db: Db, ask: Ask): Promise<ProposalRow> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('proposals')
      .values({
        tenant: ask.tenant,
        id: randomUUID(),
        kind: ask.kind,
        state: ask.needs.length === 0 ? 'approved' : 'open',
        subject: ask.subject ?? null,
        incident: ask.incident ?? null,
        purpose: ask.purpose,
        reason: ask.reason,
        params: JSON.stringify({ profile: ask.profile, policy: ask.policy }),
        needs: JSON.stringify(ask.needs),
        asked_by: ask.askedBy,
        asked_at: ask.at,
        ends_at: ask.at + VOTE_WITHIN_MS,
        used_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await note(trx, row, `${ask.kind}_requested`, { actor: ask.askedBy, at: ask.at });
    return row;
  });
}

/** Newest first. @param askedBy Only theirs. */
export async function listProposals(
  db: Db,
  tenant: string,
  askedBy: string | null,
  kind: ProposalKind | null = null,
): Promise<ProposalRow[]> {
  const rows = db
    .selectFrom('proposals')
    .selectAll()
    .where('tenant', '=', tenant)
    .$if(askedBy !== null, (query) => query.where('asked_by', '=', askedBy!))
    .$if(kind !== null, (query) => query.where('kind', '=', kind!));
  return rows.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(AT_ONCE).execute();
}

export interface StepBy {
  actor: string;
  at: number;
  act: ProposalAct;
}

export type StepResult<T, F> =
  | { ok: true; proposal: ProposalRow; value: T }
  | { ok: false; code: StepFault | 'not_found' | F };

/** What is done together with a step, in the same transaction; when it cannot be done, the step is not taken either. */
export type Deed<T, F> = (trx: Db, row: ProposalRow) => Promise<{ ok: true; value: T } | { ok: false; code: F }>;

/** Take one step of a proposal, if `decide` lets it be taken. */
export async function stepProposal<T = null, F extends string = never>(
  db: Db,
  { tenant, id, kind }: Pick<ProposalRow, 'tenant' | 'id'> & { kind?: ProposalKind | undefined },
  decide: (proposal: Proposal, row: ProposalRow) => Step,
  by: (row: ProposalRow) => StepBy,
  deed?: Deed<T, F>,
): Promise<StepResult<T, F>> {
  type Result = StepResult<T, F>;
  return db.transaction().execute(async (trx): Promise<Result> => {
    const row = await trx
      .selectFrom('proposals')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined || (kind !== undefined && row.kind !== kind)) return { ok: false, code: 'not_found' };
    const step = decide(asProposal(row), row);
    if (!step.ok) return step;
    const done = deed === undefined ? null : await deed(trx, row);
    if (done !== null && !done.ok) return done;
    const { state, votes, endsAt } = step.next;
    const { actor, at, act } = by(row);
    const changed = await trx
      .updateTable('proposals')
      .set({ state, votes: JSON.stringify(votes), ends_at: endsAt, ...(state === 'used' ? { used_at: at } : {}) })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await note(trx, changed, act, { actor, at });
    return { ok: true, proposal: changed, value: (done === null ? null : done.value) as T };
  });
}

/** Say of everything of a tenant whose time has passed that it has. @returns How many. */
export async function expireProposals(db: Db, tenant: string, now: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('proposals')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('state', 'in', ['open', 'approved'])
      .where('ends_at', '<=', now)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const row of due.filter((each) => hasExpired(asProposal(each), now))) {
      const change = trx.updateTable('proposals').set({ state: 'expired' });
      await change.where('tenant', '=', row.tenant).where('id', '=', row.id).execute();
      await note(trx, row, `${row.kind}_expired`, { actor: ENDPOINT, at: now });
    }
    return due.length;
  });
}

export function asProposal(row: ProposalRow): Proposal {
  const { kind, state, needs, votes, asked_by: askedBy, ends_at: endsAt } = row;
  return { kind, state, needs, votes, askedBy, endsAt };
}

/** Names the proposal and its case; of whom it is about only, once they are erased, the number that means nothing now. */
function note(trx: Db, row: ProposalRow, act: ProposalAct, { actor, at }: { actor: string; at: number }) {
  const about = [row.incident === null ? [] : ['incident', row.incident]];
  if (act === 'subject_erased') about.push(['subject', row.subject!]);
  return writeAudit(trx, { tenant: row.tenant, at, actor, act, subject: [row.id, ...about.flat()].join(' ') });
}
