/** When to try again. */
const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;
/** Longer than any wait of ours, and than what a receiver is granted. */
export const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Twice as long after each failure, up to five minutes, spread so that many connectors do not come back at once.
 * @param failures Tries that failed in a row, this one included.
 * @param random 0 to 1.
 */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole / 2 + (whole / 2) * random);
}

/** Whether the wait until `retryAt` is over. One that is longer than any was set by a clock that has gone back since. */
export function isDue(retryAt: number, now: number): boolean {
  return retryAt <= now || retryAt > now + LONGEST_WAIT_MS;
}
