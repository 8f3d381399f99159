import type { Locks } from '../../lib/storage/locks.ts';

/** A lock manager for one origin. `killHolders` is the death of a worker: its locks fall to the next in line. */
export function fakeLocks(): { locks: Locks; killHolders(): void } {
  const tails = new Map<string, Promise<unknown>>();
  let release: (() => void)[] = [];
  const locks: Locks = async (name, task) => {
    const before = tails.get(name) ?? Promise.resolve();
    const killed = new Promise<void>((resolve) => release.push(resolve));
    const running = before.then(task);
    tails.set(
      name,
      Promise.race([running, killed]).catch(() => {}),
    );
    return running;
  };
  return {
    locks,
    killHolders() {
      for (const each of release) each();
      release = [];
    },
  };
}
