/** How much a device or a tenant may send: a bucket for each that fills steadily. In memory: each node counts for itself. */
export interface RateLimit {
  /** Take `cost` out of a key's bucket. 0 when it was there, else the seconds until it will be; then nothing is taken. */
  take(key: string, cost?: number): number;
}

/** Bounds the memory; the bucket that was used longest ago is forgotten first, and is full again. */
const MAX_KEYS = 100_000;

/** @param burst What a full bucket holds. More than that at once is taken when it is full, and paid for afterwards. */
export function createRateLimit(perSecond: number, burst: number, now: () => number): RateLimit {
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take(key, cost = 1) {
      const at = now();
      const known = buckets.get(key);
      const filled = known === undefined ? burst : known.level + (Math.max(0, at - known.at) / 1000) * perSecond;
      const level = Math.min(burst, filled);
      const missing = Math.min(cost, burst) - level;
      if (missing > 0) {
        // A clock that went back fills the bucket from where it stands now.
        if (known !== undefined) known.at = Math.min(known.at, at);
        return Math.max(1, Math.ceil(missing / perSecond));
      }
      buckets.delete(key);
      if (buckets.size >= MAX_KEYS) buckets.delete(buckets.keys().next().value!);
      buckets.set(key, { level: level - cost, at });
      return 0;
    },
  };
}
