/** When to try again: twice as long after every failure, spread so that a fleet does not come back all at once. */

const FIRST_MS = 5_000;
const LONGEST_MS = 30 * 60_000;
/** A longer wait than this asked for by the endpoint is a mistake or an attack on the evidence. */
const LONGEST_ASKED_MS = 6 * 60 * 60_000;

/**
 * Milliseconds to wait.
 * @param failures In a row, 1 for the first.
 * @param random 0..1, spreads the wait over its upper half.
 * @param askedMs What the endpoint asked for (`Retry-After`), null when nothing; never undercut.
 */
export function backoffMs(failures: number, random: number, askedMs: number | null): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(failures, 1) - 1, 20));
  const spread = Math.round(full * (0.5 + random / 2));
  return Math.max(spread, Math.min(askedMs ?? 0, LONGEST_ASKED_MS));
}

/** `Retry-After` (RFC 9110 section 10.2.3): seconds or a date. Null when absent or unreadable. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
