import { describe, expect, it } from 'vitest';
import {
  hasExpired,
  needsOf,
  type Proposal,
  type Step,
  use,
  type Vote,
  vote,
  withdraw,
} from '../../../../server/privacy/proposal.ts';

const HOUR = 3_600_000;
const asked = (changes: Partial<Proposal> = {}): Proposal => ({
  kind: 'reveal',
  state: 'open',
  needs: ['officer'],
  votes: [],
  askedBy: 'rita',
  endsAt: 1_000,
  ...changes,
});
const yes = (by: string, changes: Partial<Vote> = {}): Vote => ({
  part: 'officer',
  by,
  at: 10,
  approves: true,
  ...changes,
});
const stepped = (proposal: Proposal, step: Step): Proposal => {
  if (!step.ok) throw new Error(step.code);
  return { ...proposal, ...step.next };
};
const approved = () => stepped(asked(), vote(asked(), yes('otto'), HOUR));
const refused = (code: string) => ({ ok: false, code });

describe('what two people decide', () => {
  it('is approved by somebody else, and then used once by who asked, within its time', () => {
    expect(approved()).toMatchObject({ state: 'approved', endsAt: 10 + HOUR });
    const used = stepped(approved(), use(approved(), 'rita', 10 + HOUR - 1));
    expect(used.state).toBe('used');
    expect(use(used, 'rita', 20)).toEqual(refused('already_used'));
    expect(use(approved(), 'rita', 10 + HOUR)).toEqual(refused('expired'));
    expect(use(approved(), 'otto', 20)).toEqual(refused('not_yours'));
    expect(use(asked(), 'rita', 20)).toEqual(refused('not_approved'));
  });

  it('is never approved by who asked, not twice by one person, and not after its time', () => {
    expect(vote(asked(), yes('rita'), HOUR)).toEqual(refused('own_proposal'));
    expect(vote(asked(), yes('otto', { at: 1_000 }), HOUR)).toEqual(refused('expired'));
    expect(vote(approved(), yes('olga'), HOUR)).toEqual(refused('not_open'));
    expect(vote(asked(), yes('carl', { part: 'council' }), HOUR)).toEqual(refused('not_needed'));
  });

  it('is over with one refusal', () => {
    const over = stepped(asked(), vote(asked(), yes('otto', { approves: false }), HOUR));
    expect(over.state).toBe('refused');
    expect(use(over, 'rita', 20)).toEqual(refused('not_approved'));
    expect(vote(over, yes('olga'), HOUR)).toEqual(refused('not_open'));
    expect(withdraw(over, 'rita', 20)).toEqual(refused('not_open'));
  });

  it.each([
    ['officer', 'council'],
    ['council', 'officer'],
  ] as const)('needs both votes in council mode, %s first, by two people', (first, second) => {
    const open = asked({ needs: needsOf('reveal', true) });
    const half = stepped(open, vote(open, yes('otto', { part: first }), HOUR));
    expect(half).toMatchObject({ state: 'open', endsAt: 1_000 });
    expect(use(half, 'rita', 20)).toEqual(refused('not_approved'));
    expect(vote(half, yes('otto', { part: second }), HOUR)).toEqual(refused('voted_already'));
    expect(vote(half, yes('olga', { part: first }), HOUR)).toEqual(refused('voted_already'));
    expect(stepped(half, vote(half, yes('carl', { part: second, at: 30 }), HOUR))).toMatchObject({
      state: 'approved',
      endsAt: 30 + HOUR,
    });
    expect(stepped(half, vote(half, yes('carl', { part: second, approves: false }), HOUR)).state).toBe('refused');
  });

  it('can be taken back by who asked, approved or not', () => {
    expect(stepped(asked(), withdraw(asked(), 'rita', 20)).state).toBe('withdrawn');
    expect(stepped(approved(), withdraw(approved(), 'rita', 20)).state).toBe('withdrawn');
    expect(withdraw(asked(), 'otto', 20)).toEqual(refused('not_yours'));
    expect(withdraw(asked(), 'rita', 1_000)).toEqual(refused('expired'));
  });

  it('asks the works council about people and about what is kept, not about erasing', () => {
    expect(needsOf('reveal', true)).toEqual(['officer', 'council']);
    expect(needsOf('retention', true)).toEqual(['officer', 'council']);
    expect(needsOf('erasure', true)).toEqual(['officer']);
    expect(needsOf('reveal', false)).toEqual(['officer']);
    expect(hasExpired(asked({ state: 'used' }), 2_000)).toBe(false);
  });
});
