import { describe, expect, it } from 'vitest';
import { createAttemptLimit } from '../../../../server/auth/attempt-limit.ts';

describe('createAttemptLimit', () => {
  it('lets so many through in a window, each key for itself, and says how long to wait', () => {
    let now = 1_000_000;
    const limit = createAttemptLimit(2, 60_000, () => now);
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 0]);
    now += 10_000;
    expect(limit.take('a')).toBe(50);
    expect(limit.take('b')).toBe(0);
    now += 49_999;
    expect(limit.take('a')).toBe(1);
    now += 1;
    expect(limit.take('a')).toBe(0);
  });

  it('counts no tries that a clock made before it went back, which would shut somebody out until it has caught up', () => {
    let now = 1_000_000_000;
    const limit = createAttemptLimit(1, 60_000, () => now);
    limit.take('a');
    now -= 60_000_000;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(60);
  });

  it('starts anew after a success', () => {
    const limit = createAttemptLimit(1, 60_000, () => 0);
    limit.take('a');
    limit.clear('a');
    expect(limit.take('a')).toBe(0);
  });

  it('keeps its memory bounded when strangers make up keys', () => {
    const limit = createAttemptLimit(1, 60_000, () => 0);
    limit.take('first');
    for (let index = 0; index < 9_999; index++) limit.take(`key ${index}`);
    expect(limit.take('first')).toBeGreaterThan(0);
    limit.take('one more');
    expect(limit.take('first')).toBe(0);
  });
});
