import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../../server/ingest/rate-limit.ts';

describe('createRateLimit', () => {
  it('gives what the bucket holds, then says how long to wait, and takes nothing meanwhile', () => {
    let now = 0;
    const limit = createRateLimit(2, 4, () => now);
    expect([1, 2, 3, 4, 5].map(() => limit.take('device'))).toEqual([0, 0, 0, 0, 1]);
    expect(limit.take('device', 4)).toBe(2);
    expect(limit.take('another')).toBe(0);
    now = 2_000;
    expect(limit.take('device', 4)).toBe(0);
  });

  it('takes more than a bucket holds when it is full, and lets it be paid for', () => {
    let now = 0;
    const limit = createRateLimit(1, 10, () => now);
    expect(limit.take('tenant', 25)).toBe(0);
    now = 15_000;
    expect(limit.take('tenant')).toBe(1);
    now = 16_000;
    expect(limit.take('tenant')).toBe(0);
  });

  it('is not fooled by a clock that goes back', () => {
    let now = 60_000;
    const limit = createRateLimit(1, 1, () => now);
    expect(limit.take('device')).toBe(0);
    now = 0;
    expect(limit.take('device')).toBe(1);
  });

  it('fills again from where a clock stands that went back, not only when it has caught up', () => {
    let now = 60_000;
    const limit = createRateLimit(1, 1, () => now);
    expect(limit.take('device')).toBe(0);
    now = 10_000;
    expect(limit.take('device')).toBe(1);
    now = 11_000;
    expect(limit.take('device')).toBe(0);
  });
});
