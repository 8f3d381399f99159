import { setTimeout as sleep } from 'node:timers/promises';

/** What was waited for has not come. On a busy machine that may mean nothing: see failures.ts. */
export class NotArrived extends Error {
  override name = 'NotArrived';
}

const INTERVAL_MS = 50;
/** A tab that somebody else opens is there and at its address by then. */
export const TAB_WITHIN_MS = 60_000;

/** Asks until the answer is neither null nor false; rejects with `what` after `timeoutMs`. */
export async function poll<T>(what: string, timeoutMs: number, ask: () => Promise<T | null | false>): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; await sleep(INTERVAL_MS)) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new NotArrived(`after ${timeoutMs} ms still no ${what}`);
  }
}
