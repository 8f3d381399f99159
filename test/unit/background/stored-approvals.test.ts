import { describe, expect, it } from 'vitest';
import { NO_APPROVALS, type SavedApprovals, StoredApprovals } from '../../../lib/background/stored-approvals.ts';
import { approvalsOf } from '../../../lib/pipeline/approvals.ts';

function memory(saved: SavedApprovals = NO_APPROVALS, policy = { digest: 'p1' }) {
  const snapshots: SavedApprovals[] = [];
  const stored = new StoredApprovals(saved, { policy: () => policy.digest, save: (all) => snapshots.push(all) });
  return { stored, snapshots, policy };
}
const approvals = (...digests: string[]) => approvalsOf(digests, 'record', 'sent');

describe('stored approvals', () => {
  it('survive a stopped background, by conversation', () => {
    const first = memory();
    first.stored.remember('c1', 'p1', approvals('a'));
    first.stored.remember('c1', 'p1', approvals('b'));
    const { stored } = memory(first.snapshots.at(-1));
    expect(stored.recall('c1', 'p1').map(({ digest }) => digest)).toEqual(['a', 'b']);
    expect(stored.recall('c2', 'p1')).toEqual([]);
  });

  it('are forgotten under another policy, also one that came while the background slept', () => {
    const { stored, policy, snapshots } = memory();
    stored.remember('c1', 'p1', approvals('a'));
    expect(memory(snapshots.at(-1), { digest: 'p2' }).stored.recall('c1', 'p2')).toEqual([]);
    policy.digest = 'p2';
    expect(stored.recall('c1', 'p1')).toEqual([]);
    expect(stored.recall('c1', 'p2')).toEqual([]);
    // A guard that has not heard of the new policy yet.
    stored.remember('c1', 'p1', approvals('a'));
    expect(stored.recall('c1', 'p2')).toEqual([]);
    expect(snapshots.at(-1)!.conversations).toEqual([]);
  });

  it('stay bounded, the oldest are forgotten first', () => {
    const { stored } = memory();
    for (let index = 0; index < 70; index++) stored.remember(`c${index}`, 'p1', approvals('a'));
    expect(stored.recall('c0', 'p1')).toEqual([]);
    expect(stored.recall('c69', 'p1')).toHaveLength(1);
    for (let index = 0; index < 300; index++) stored.remember('c69', 'p1', approvals(`d${index}`));
    expect(stored.recall('c69', 'p1')).toHaveLength(200);
    expect(stored.recall('c69', 'p1').at(-1)!.digest).toBe('d299');
  });
});
