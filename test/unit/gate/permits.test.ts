import { describe, expect, it } from 'vitest';
import { PERMIT_LIFE_MS, type Permit, PermitBook } from '../../../lib/gate/permits.ts';

const NOW = 1_000_000;
const grant = { app: 'chatgpt', tab: 3, decision: 'd1', parts: ['a', 'b'], opaque: false };
const need = { app: 'chatgpt', tab: 3, parts: ['a'], opaque: false };

function book(saved: Permit[] = []) {
  const snapshots: Permit[][] = [];
  return { permits: new PermitBook(saved, (all) => snapshots.push(all)), snapshots };
}

describe('a permit', () => {
  it('covers the content it names, once', () => {
    const { permits } = book();
    permits.mint(grant, NOW);
    expect(permits.take(need, NOW)?.decision).toBe('d1');
    expect(permits.take(need, NOW)).toBeNull();
  });

  it.each([
    ['other text', { ...need, parts: ['c'] }],
    ['approved text with more beside it', { ...need, parts: ['a', 'c'] }],
    ['another tab', { ...need, tab: 4 }],
    ['a worker', { ...need, tab: -1 }],
    ['another app', { ...need, app: 'claude' }],
    ['bytes nobody read', { ...need, opaque: true }],
  ])('does not cover %s', (_, other) => {
    const { permits } = book();
    permits.mint(grant, NOW);
    expect(permits.take(other, NOW)).toBeNull();
    expect(permits.take(need, NOW)?.decision).toBe('d1');
  });

  it('runs out', () => {
    const { permits } = book();
    permits.mint(grant, NOW);
    expect(permits.take(need, NOW + PERMIT_LIFE_MS)).toBeNull();
  });

  it('outlives a stopped background through what was saved', () => {
    const first = book();
    first.permits.mint(grant, NOW);
    const second = book(first.snapshots.at(-1));
    expect(second.permits.take(need, NOW + 1)?.decision).toBe('d1');
    expect(second.snapshots.at(-1)).toEqual([]);
  });

  it('cannot be hoarded: the oldest go first', () => {
    const { permits, snapshots } = book();
    for (let tab = 0; tab < 600; tab++) permits.mint({ ...grant, tab }, NOW);
    expect(snapshots.at(-1)).toHaveLength(500);
    expect(permits.take({ ...need, tab: 0 }, NOW)).toBeNull();
    expect(permits.take({ ...need, tab: 599 }, NOW)).not.toBeNull();
  });
});
