import { describe, expect, it } from 'vitest';
import { backoffMs, isDue, LONGEST_WAIT_MS } from '../../../../server/connectors/backoff.ts';

describe('isDue', () => {
  it('is true from its moment on', () => {
    expect(isDue(1_000, 999)).toBe(false);
    expect(isDue(1_000, 1_000)).toBe(true);
  });

  it('is true for a moment that only a clock can have set which has gone back since', () => {
    const now = 1_000_000;
    expect(isDue(now + LONGEST_WAIT_MS, now)).toBe(false);
    expect(isDue(now + LONGEST_WAIT_MS + 1, now)).toBe(true);
    expect(backoffMs(99, 1)).toBeLessThanOrEqual(LONGEST_WAIT_MS);
  });
});
