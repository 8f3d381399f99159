import { describe, expect, it } from 'vitest';
import { bundle } from './harness.ts';

const LARGEST_HOOK = 30_000;

describe('the hook as it ships', () => {
  it('is small, and holds nothing that has no place in a page', async () => {
    const code = await bundle('hook-entry.ts', true);
    expect(code).toContain('sluice-offer');
    expect(code.length).toBeLessThan(LARGEST_HOOK);
    expect(code).not.toMatch(/\bzod\b|safeParse|react|\bchrome\.|\bbrowser\.|runtime\.id/i);
  });

  it('has none of the constructs that go through what a page can patch', async () => {
    const code = await bundle('hook-entry.ts', true);
    expect(code).not.toMatch(/\bfor\((const|let|var) \w+ of\b/);
    expect(code).not.toMatch(/\bawait\b|\basync\b/);
    expect(code).not.toMatch(/\.(map|forEach|push|then|catch|split|includes|test|match|replace)\(/);
    // Spread of a list, in a call or a literal. Rest parameters and copies of own properties touch no iterator.
    expect(code).not.toMatch(/\[\.\.\.|[(,]\.\.\.\w+\)(?!=>|\{)/);
  });
});
