import { poll } from './drivers/poll.ts';

/** Longer than anything takes on a machine that has other things to do as well. Only a test that fails waits so long. */
export const PATIENCE_MS = 60_000;

/**
 * Waits until there is something: at least `count` of what `ask` finds. Resolves to all of it, which may be more: what
 * may not have arrived is for an assertion to say. A wait that runs out is no assertion, and may be tried once more.
 */
export function arrival<T>(what: string, ask: () => readonly T[], count = 1): Promise<readonly T[]> {
  return poll(what, PATIENCE_MS, async () => {
    const found = ask();
    return found.length >= count && found;
  });
}
