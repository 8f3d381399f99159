import { describe, expect, it } from 'vitest';
import { PERMIT_LIFE_MS, type Permit, PermitBook } from '../../../lib/gate/permits.ts';

const NOW = 1_000_000;
const digest = (letter: string) => letter.repeat(64);
const place = { app: 'chatgpt', tab: 3, target: digest('t'), document: 'page' };
const seen = (letter: string, isMultipart = false) => ({ digest: digest(letter), isMultipart });
const grant = { ...place, decision: 'd1', parts: [digest('a'), digest('b')], opaque: false, body: digest('x') };
const need = { ...place, parts: [digest('a')], opaque: false, body: seen('x') };

function book(saved: Permit[] = []) {
  const snapshots: Permit[][] = [];
  return { permits: new PermitBook(saved, (all) => snapshots.push(all)), snapshots };
}

describe('a permit', () => {
  it('is for the document whose guard asked, wherever both are known', () => {
    const { permits } = book();
    permits.mint(grant, NOW);
    expect(permits.take({ ...need, document: 'the page before' }, NOW)).toBeNull();
    expect(permits.take({ ...need, document: null }, NOW)).not.toBeNull();
    permits.mint({ ...grant, document: null }, NOW);
    expect(permits.take(need, NOW)).not.toBeNull();
  });

  it('covers the content it names, once', () => {
    const { permits } = book();
    permits.mint(grant, NOW);
    expect(permits.take(need, NOW)?.decision).toBe('d1');
    expect(permits.take(need, NOW)).toBeNull();
  });

  it.each([
    ['other text', { ...need, parts: [digest('c')] }],
    ['approved text with more beside it', { ...need, parts: [digest('a'), digest('c')] }],
    ['another tab', { ...need, tab: 4 }],
    ['another app', { ...need, app: 'claude' }],
    ['another address or method', { ...need, target: digest('u') }],
    ['other bytes', { ...need, body: seen('y') }],
    ['other bytes that look like a form', { ...need, body: seen('y', true) }],
    ['bytes nobody read', { ...need, opaque: true }],
  ])('does not cover %s', (_, other) => {
    const { permits } = book();
    permits.mint(grant, NOW);
    expect(permits.take(other, NOW)).toBeNull();
    expect(permits.take(need, NOW)?.decision).toBe('d1');
  });

  it('is of no use to a shared or service worker, even one that names no tab', () => {
    const { permits } = book();
    permits.mint({ ...grant, tab: -1 }, NOW);
    expect(permits.hasFor({ ...place, tab: -1 }, NOW)).toBe(false);
    expect(permits.take({ ...need, tab: -1 }, NOW)).toBeNull();
  });

  it('for a body the gate cannot see is bound to its address, and where bytes are seen to these', () => {
    const { permits } = book();
    const opaque = { ...grant, parts: [], opaque: true };
    const unseen = { ...place, parts: [], opaque: true, body: null };
    permits.mint(opaque, NOW);
    expect(permits.take({ ...unseen, target: digest('u') }, NOW)).toBeNull();
    expect(permits.take({ ...unseen, body: seen('y') }, NOW)).toBeNull();
    expect(permits.take(unseen, NOW)).not.toBeNull();
    permits.mint(opaque, NOW);
    expect(permits.take({ ...unseen, body: seen('x') }, NOW)).not.toBeNull();
  });

  it('for a form covers what the browser writes from fields, and no other bytes', () => {
    const { permits } = book();
    permits.mint({ ...grant, body: 'form' }, NOW);
    expect(permits.take({ ...need, body: seen('x') }, NOW)).toBeNull();
    expect(permits.take({ ...need, body: seen('z', true) }, NOW)).not.toBeNull();
  });

  it('for a call without a body covers no bytes', () => {
    const { permits } = book();
    permits.mint({ ...grant, body: null, parts: [] }, NOW);
    expect(permits.take({ ...need, parts: [] }, NOW)).toBeNull();
    expect(permits.take({ ...need, parts: [], body: null }, NOW)).not.toBeNull();
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

  it('is the only one of its decision where that is asked for', () => {
    const { permits, snapshots } = book();
    permits.mint({ ...grant, decision: null }, NOW);
    permits.mint({ ...grant, decision: 'another' }, NOW);
    for (let time = 0; time < 2; time++) permits.mintOnly(grant, NOW);
    expect(snapshots.at(-1)!.map(({ decision }) => decision)).toEqual([null, 'another', grant.decision]);
  });

  it('wakes whoever waits for one', async () => {
    const { permits } = book();
    const waiting = [permits.next(), permits.next()];
    permits.mint(grant, NOW);
    await Promise.all(waiting);
    expect(permits.hasFor(place, NOW)).toBe(true);
  });

  it('cannot be hoarded: the oldest go first', () => {
    const { permits, snapshots } = book();
    for (let tab = 0; tab < 600; tab++) permits.mint({ ...grant, tab }, NOW);
    expect(snapshots.at(-1)).toHaveLength(500);
    expect(permits.take({ ...need, tab: 0 }, NOW)).toBeNull();
    expect(permits.take({ ...need, tab: 599 }, NOW)).not.toBeNull();
  });
});
