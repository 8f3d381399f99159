import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Locks of this process: its own id in the file does not tell them from those of an earlier life. */
const heldHere = new Set<string>();

/**
 * Make this process the only user of a data folder: two writers would destroy an embedded database. A lock left by a
 * process that no longer runs is taken over. Throws when another process holds it.
 * @returns Gives the folder free again.
 */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder, 'process.lock');
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      heldHere.add(path);
      return () => {
        heldHere.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(path, 'utf8'));
      // Its own id comes back when a container is restarted; the lock is then from the life before.
      const held = heldHere.has(path) || (holder !== process.pid && isRunning(holder));
      if (held || attempt > 0) throw new Error(`the data folder ${folder} is in use by process ${holder}`);
      rmSync(path, { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
