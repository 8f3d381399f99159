import { describe, expect, it } from 'vitest';
import { backoffMs, retryAfterMs } from '../../../lib/sync/backoff.ts';

describe('backoffMs', () => {
  it('doubles up to half an hour and spreads over the upper half', () => {
    expect([1, 2, 3, 9, 10, 500].map((failures) => backoffMs(failures, 1, null))).toEqual([
      5_000, 10_000, 20_000, 1_280_000, 1_800_000, 1_800_000,
    ]);
    expect(backoffMs(1, 0, null)).toBe(2_500);
  });

  it('never comes back before the endpoint asked for, and never waits for ever', () => {
    expect(backoffMs(1, 0, 60_000)).toBe(60_000);
    expect(backoffMs(5, 1, 1)).toBe(80_000);
    expect(backoffMs(1, 1, Number.MAX_SAFE_INTEGER)).toBe(6 * 3_600_000);
  });
});

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sat, 21 Nov 2026 09:30:10 GMT', 10_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('%s is %s', (header, expected) => {
    const now = Date.UTC(2026, 10, 21, 9, 30);
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});
