import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is neither null nor false; rejects with `what` after `timeoutMs`. */
export async function poll<T>(what: string, timeoutMs: number, ask: () => Promise<T | null | false>): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; await sleep(50)) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`after ${timeoutMs} ms still no ${what}`);
  }
}
