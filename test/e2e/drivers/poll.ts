import { setTimeout as sleep } from 'node:timers/promises';

/** What was waited for has not come. On a busy machine that may mean nothing: see failures.ts. */
export class NotArrived extends Error {
  override name = 'NotArrived';
}

/** Some questions cost a browser a walk through its whole page: the longer it takes, the less often it is asked. */
const INTERVAL_MS = 50;
const LONGEST_INTERVAL_MS = 300;
const SHARE = 0.25;
/** A tab that somebody else opens is there and at its address by then. */
export const TAB_WITHIN_MS = 60_000;

/** Asks until the answer is neither null nor false; rejects with `what` after `timeoutMs`. */
export async function poll<T>(what: string, timeoutMs: number, ask: () => Promise<T | null | false>): Promise<T> {
  for (const began = Date.now(); ; ) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    const elapsed = Date.now() - began;
    if (elapsed > timeoutMs) throw new NotArrived(`after ${timeoutMs} ms still no ${what}`);
    await sleep(Math.min(Math.max(INTERVAL_MS, elapsed * SHARE), LONGEST_INTERVAL_MS));
  }
}
