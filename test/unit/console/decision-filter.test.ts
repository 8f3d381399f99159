import { describe, expect, it } from 'vitest';
import { type DecisionSearch, decisionSearch, fits, toQuery } from '../../../server/console/data/decision-filter.ts';
import { sampleDecision } from './sample-items.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const search = (given: Record<string, string>): DecisionSearch => decisionSearch.parse(given);

describe('the address', () => {
  it('is read as filters', () => {
    const given = { q: ' gpt ', action: 'block', class: 'PCI', app: 'claude', range: '24h' };
    expect(search(given)).toEqual({ ...given, q: 'gpt' });
  });

  it('may hold anything: what is no filter is dropped', () => {
    const nonsense = { q: '', action: 'explode', class: '<b>', range: '9y', from: 'yesterday', app: 'x'.repeat(500) };
    expect(Object.values(search(nonsense)).filter((value) => value !== undefined)).toEqual([]);
    expect(search({ other: 'x' })).not.toHaveProperty('other');
  });
});

describe('toQuery', () => {
  it('counts a relative range back from now', () => {
    expect(toQuery(search({ range: '1h' }), NOW)).toEqual({ from: String(NOW - 3_600_000) });
  });

  it('takes days as whole local days, the last included', () => {
    const { from, to } = toQuery(search({ range: 'days', from: '2026-11-20', to: '2026-11-20' }), NOW);
    expect(new Date(Number(from))).toEqual(new Date(2026, 10, 20));
    expect(new Date(Number(to))).toEqual(new Date(2026, 10, 21));
  });

  it('ignores days without the range that uses them', () => {
    expect(toQuery(search({ from: '2026-11-20' }), NOW)).toEqual({});
  });
});

describe('fits', () => {
  const decision = sampleDecision(1, { ts: NOW - 60_000, app: 'Claude', host: 'claude.ai', classes: { PHI: 2 } });
  const cases: [Record<string, string>, boolean][] = [
    [{}, true],
    [{ q: 'CLAUDE.A' }, true],
    [{ q: decision.device.slice(-6) }, true],
    [{ q: '%' }, false],
    [{ q: 'gemini' }, false],
    [{ action: 'redact' }, true],
    [{ action: 'block' }, false],
    [{ class: 'PHI' }, true],
    [{ class: 'PCI' }, false],
    [{ app: 'Claude' }, true],
    [{ app: 'claude' }, false],
    [{ range: '1h' }, true],
    [{ range: 'days', to: '2026-11-01' }, false],
    [{ q: 'claude', action: 'redact', class: 'PHI', range: '1h' }, true],
    [{ q: 'claude', action: 'block', class: 'PHI', range: '1h' }, false],
  ];
  it.each(cases)('%j: %s', (given, expected) => {
    expect(fits(decision, search(given), NOW)).toBe(expected);
  });

  it('leaves out what is older than a relative range', () => {
    expect(fits({ ...decision, ts: NOW - 3_600_001 }, search({ range: '1h' }), NOW)).toBe(false);
  });
});
