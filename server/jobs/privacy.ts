/** What privacy asks of time: requests end, and what is older than its profile goes. Once an hour, on one node. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppDeps } from '../deps.ts';
import { describeError } from '../log.ts';
import { tenantsWithProposals, tenantsWithRetention } from '../store/directory.ts';
import { expireProposals } from '../store/proposals.ts';
import { currentRetention, eraseIncidents, eraseRecords } from '../store/retention.ts';
import { beginRetention, endRetention, holdRetention } from '../store/retention-runs.ts';
import type { Job } from './sequencer.ts';

const MINUTE_MS = 60_000;
/** Turns between two runs of retention. */
const RETENTION_EVERY = 60;

type Deps = Pick<AppDeps, 'store' | 'now' | 'log'>;

export function startPrivacyJob(deps: Deps): Job {
  const node = randomUUID();
  const stopping = new AbortController();
  const loop = (async () => {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      try {
        for (const tenant of await tenantsWithProposals(deps.store.directory)) {
          await expireProposals(deps.store.of(tenant, 'privacy'), tenant, deps.now());
        }
        if (turn % RETENTION_EVERY === 0) await retainAll(deps, node, stopping.signal);
      } catch (error) {
        deps.log('warn', 'privacy_job_failed', describeError(error));
      }
      await sleep(MINUTE_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

async function retainAll(deps: Deps, node: string, signal: AbortSignal): Promise<void> {
  for (const tenant of await tenantsWithRetention(deps.store.directory)) {
    if (signal.aborted) return;
    await runRetention(deps, tenant, node, signal);
  }
}

/**
 * Erase what is overdue, batch by batch; what is left when this ends early goes the next time.
 * @returns Records and incidents that are gone, or null when another node is at it.
 */
export async function runRetention(
  { store, now, log }: Deps,
  tenant: string,
  node: string,
  signal?: AbortSignal,
): Promise<number | null> {
  const db = store.of(tenant, 'erase');
  if (!(await holdRetention(db, tenant, node))) return null;
  const { profile } = await currentRetention(db, tenant);
  const began = now();
  await beginRetention(db, tenant, began);
  const goesOn = async () => signal?.aborted !== true && (await holdRetention(db, tenant, node));
  let erased = 0;
  let failed: string | null = null;
  try {
    let some = 0;
    do {
      some = await eraseIncidents(db, tenant, profile, began);
      erased += some;
    } while (some > 0 && (await goesOn()));
    let at = { erased: 0, after: null as string | null, hasMore: true };
    while (at.hasMore && (await goesOn())) {
      at = await eraseRecords(db, tenant, profile, { after: at.after, now: began });
      erased += at.erased;
    }
    if (at.hasMore) failed = 'stopped';
  } catch (error) {
    failed = 'database';
    log('warn', 'retention_failed', describeError(error));
  }
  await endRetention(db, { tenant, node, at: now() }, erased, failed);
  if (erased > 0) log('info', 'retention_erased', { erased });
  return erased;
}
