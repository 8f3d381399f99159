/** Runs the sequencer again and again, for every tenant that has something to log. */
import type { AppDeps } from '../deps.ts';
import { describeError } from '../log.ts';
import { tenantsToLog } from '../store/directory.ts';
import { sequence } from '../transparency/sequence.ts';

/** A record is in the log soon after its receipt, and a checkpoint is not signed for each. */
const EVERY_MS = 2_000;

export interface Job {
  /** Resolves when what is running has ended; nothing starts any more. */
  stop(): Promise<void>;
}

export function startSequencer(deps: Pick<AppDeps, 'store' | 'signerOf' | 'now' | 'log'>): Job {
  let isStopped = false;
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => (isStopped ? undefined : sequenceAll(deps)));
  }, EVERY_MS);
  // The HTTP server keeps the process alive, not this.
  timer.unref();
  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
      return running;
    },
  };
}

/** Log everything that is pending. Never rejects: what could not be done now is done at the next turn. */
export async function sequenceAll({
  store,
  signerOf,
  now,
  log,
}: Pick<AppDeps, 'store' | 'signerOf' | 'now' | 'log'>): Promise<void> {
  try {
    for (const tenant of await tenantsToLog(store.directory)) {
      const signer = await signerOf(tenant);
      while ((await sequence({ db: store.of(tenant, 'log'), tenant, signer, now })) > 0);
    }
  } catch (error) {
    log('warn', 'sequencing_failed', describeError(error));
  }
}
