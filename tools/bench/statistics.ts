/** Quantiles and ratios, in the one way the whole benchmark uses them. */

/**
 * The value below which a share of the values lies, straight lines between neighbours (Hyndman and Fan 1996, type 7).
 * @param share 0..1; 0.5 is the median.
 * Throws when there are no values, or one of them is not a number.
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('a percentile of no values');
  if (values.some(Number.isNaN)) throw new Error('a percentile of something that is not a number');
  if (!(share >= 0 && share <= 1)) throw new Error(`a share outside 0..1: ${share}`);
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** How many times `base` goes into `value`; null where that says nothing (nothing measured, or a base of zero). */
export function ratio(value: number | null, base: number | null): number | null {
  if (value === null || base === null || base <= 0) return null;
  return value / base;
}

/** Median and 95th percentile of one arm of a comparison. */
export interface Spread {
  p50: number;
  p95: number;
  count: number;
}

export function spread(values: readonly number[]): Spread {
  return { p50: median(values), p95: percentile(values, 0.95), count: values.length };
}

export interface Added {
  without: Spread;
  with: Spread;
  /** Quantile of the arm with, less the same quantile of the arm without. */
  added: { p50: number; p95: number };
  /**
   * The same difference between two halves of the arm without (every other sample), which differ in nothing: an added
   * time that is not clearly larger than this is noise.
   */
  noise: { p50: number; p95: number };
}

/** What a thing adds, from samples taken without and with it in turn. Needs at least two samples without. */
export function addedBy(without: readonly number[], withIt: readonly number[]): Added {
  const arms = { without: spread(without), with: spread(withIt) };
  const even = spread(without.filter((_, index) => index % 2 === 0));
  const odd = spread(without.filter((_, index) => index % 2 === 1));
  return {
    ...arms,
    added: { p50: arms.with.p50 - arms.without.p50, p95: arms.with.p95 - arms.without.p95 },
    noise: { p50: Math.abs(even.p50 - odd.p50), p95: Math.abs(even.p95 - odd.p95) },
  };
}
