/**
 * Counts tries against a secret, per key (an address, an account seen from an address), in a sliding window. A try counts
 * from when it begins, so that many at once gain nothing. In memory: each node counts for itself.
 */
export interface AttemptLimit {
  /** Take one try. 0 when it may go on, else the seconds until the next may. */
  take(key: string): number;
  /** Forget a key after a success. */
  clear(key: string): void;
}

/** Bounds the memory that strangers can fill; beyond it the oldest keys are forgotten first. */
const MAX_KEYS = 10_000;

export function createAttemptLimit(max: number, windowMs: number, now: () => number): AttemptLimit {
  const tries = new Map<string, number[]>();
  return {
    take(key) {
      const time = now();
      // Tries that lie ahead were counted by a clock that has gone back since: they say nothing about now.
      const recent = (tries.get(key) ?? []).filter((at) => at > time - windowMs && at <= time);
      if (recent.length >= max) return Math.max(1, Math.ceil((recent[0]! + windowMs - time) / 1000));
      tries.delete(key);
      if (tries.size >= MAX_KEYS) tries.delete(tries.keys().next().value!);
      tries.set(key, [...recent, time]);
      return 0;
    },
    clear(key) {
      tries.delete(key);
    },
  };
}
