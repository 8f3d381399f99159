import { describe, expect, it } from 'vitest';
import { addedBy, median, percentile, ratio } from '../../../tools/bench/statistics.ts';

describe('percentile', () => {
  it('takes values between two samples', () => {
    expect(percentile([40, 10, 20, 30], 0.5)).toBe(25);
    expect(percentile([40, 10, 20, 30], 0)).toBe(10);
    expect(percentile([40, 10, 20, 30], 1)).toBe(40);
    expect(percentile([0, 100], 0.95)).toBe(95);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('sorts numbers as numbers, and leaves the samples as they were', () => {
    const samples = [9, 10, 100, -1];
    expect(median(samples)).toBe(9.5);
    expect(samples).toEqual([9, 10, 100, -1]);
  });

  it('refuses what has no percentile', () => {
    expect(() => percentile([], 0.5)).toThrow('no values');
    expect(() => percentile([1, Number.NaN], 0.5)).toThrow('not a number');
    expect(() => percentile([1], 95)).toThrow('outside 0..1');
  });
});

describe('ratio', () => {
  it('divides, and says nothing where nothing was measured', () => {
    expect(ratio(6, 4)).toBe(1.5);
    expect(ratio(0, 4)).toBe(0);
    expect(ratio(null, 4)).toBeNull();
    expect(ratio(6, null)).toBeNull();
    expect(ratio(6, 0)).toBeNull();
  });
});

describe('addedBy', () => {
  it('is the difference of the same quantile of both arms', () => {
    const { added, without } = addedBy([1, 1, 2, 2, 9], [3, 3, 4, 4, 15]);
    expect(without).toEqual({ p50: 2, p95: expect.closeTo(7.6), count: 5 });
    expect(added).toEqual({ p50: 2, p95: expect.closeTo(5.2) });
  });

  it('can be less than nothing, and shows how far the arm without differs from itself', () => {
    const { added, noise } = addedBy([10, 20, 10, 20], [5, 5]);
    expect(added.p50).toBe(-10);
    expect(noise).toEqual({ p50: 10, p95: 10 });
  });
});
