/** What devices and tenants may send: far more than a browser makes, far less than would starve the others. */
import { createRateLimit, type RateLimit } from './rate-limit.ts';

/** A month of one browser offline is some dozen batches. */
const BATCHES = { perSecond: 5, burst: 300 };
/** Fifty thousand browsers at work make some hundred records a second. */
const RECORDS = { perSecond: 10_000, burst: 200_000 };
/** Every few minutes, and every few seconds while somebody signs in. */
const IDENTITY = { perSecond: 0.5, burst: 60 };

export function createRates(now: () => number): Record<'batches' | 'records' | 'identity', RateLimit> {
  return {
    batches: createRateLimit(BATCHES.perSecond, BATCHES.burst, now),
    records: createRateLimit(RECORDS.perSecond, RECORDS.burst, now),
    identity: createRateLimit(IDENTITY.perSecond, IDENTITY.burst, now),
  };
}
