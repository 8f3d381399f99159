/**
 * Takes batches of records into the store. Each line is checked by itself, then batches that are ready at the same moment
 * share a transaction: one commit for many devices, and nobody is answered before it. Either all of a batch is there,
 * with everything derived from it, or nothing is, and the device sends it again. A bad line never keeps a good one out,
 * and a batch that the database refuses is tried once more by itself, so that it refuses nobody else's. Sending a batch
 * twice changes nothing the second time and is answered with the same receipt.
 */
import type { IngestResponse } from '../../lib/sync/api.ts';
import type { Device } from '../store/enrolment.ts';
import { isConflict, isDatabaseAway, type Store } from '../store/open.ts';
import { checkLines } from './check-line.ts';
import type { Signer } from './signer.ts';
import { type CheckedBatch, type Taken, takeBatches } from './take.ts';

export interface IngestPorts {
  store: Store;
  signerOf(tenant: string): Promise<Signer>;
  now(): number;
  /** Told after the commit, with ids of decisions and incidents that are new or changed. */
  onTaken(tenant: string, taken: Pick<Taken, 'decisions' | 'incidents'>): void;
}

export interface Ingest {
  /**
   * Resolves when the batch is committed; at once with null when too much is waiting already. Rejects only when the
   * database does; then nothing of the batch was taken.
   */
  take(device: Device, lines: readonly Uint8Array[]): Promise<IngestResponse | null>;
}

/** Another node can be in the way with the same record; after this many times something else is wrong. */
const MAX_TRIES = 4;
/** Records of one transaction, unless a single batch has more. */
const MAX_RECORDS = 4_000;
/** Transactions at once: while one waits for the disk, the next is filled. PGlite has one connection. */
const WRITERS = { pglite: 1, postgres: 2 };

/** Lines that wait at most: what a node holds in memory is bounded, and devices keep the rest. */
const MAX_WAITING = 50_000;

interface Waiting {
  batch: CheckedBatch;
  resolve(response: IngestResponse): void;
  reject(error: unknown): void;
}

export function createIngest(ports: IngestPorts): Ingest {
  const waiting = new Map<string, Waiting[]>();
  let running = 0;
  /** Lines that were given and are not answered. */
  let held = 0;

  const startNext = () => {
    while (running < WRITERS[ports.store.kind]) {
      const [tenant] = waiting.keys();
      if (tenant === undefined) return;
      running += 1;
      void write(ports, tenant, nextGroup(waiting, tenant)).finally(() => {
        running -= 1;
        startNext();
      });
    }
  };
  return {
    async take(device, lines) {
      if (held > 0 && held + lines.length > MAX_WAITING) return null;
      held += lines.length;
      try {
        const batch = { device, ...(await checkLines(lines, device)) };
        return await new Promise<IngestResponse>((resolve, reject) => {
          const queue = waiting.get(device.tenant);
          if (queue === undefined) waiting.set(device.tenant, [{ batch, resolve, reject }]);
          else queue.push({ batch, resolve, reject });
          startNext();
        });
      } finally {
        held -= lines.length;
      }
    },
  };
}

/** The batches that waited longest. The tenant goes to the end of the row, so that none keeps out the others. */
function nextGroup(waiting: Map<string, Waiting[]>, tenant: string): Waiting[] {
  const queue = waiting.get(tenant)!;
  let records = 0;
  const end = queue.findIndex(({ batch }, index) => {
    records += batch.good.length;
    return index > 0 && records > MAX_RECORDS;
  });
  const group = end === -1 ? queue : queue.slice(0, end);
  waiting.delete(tenant);
  if (end !== -1) waiting.set(tenant, queue.slice(end));
  return group;
}

/** Commit a group and answer it. Never rejects. */
async function write(ports: IngestPorts, tenant: string, group: readonly Waiting[]): Promise<void> {
  try {
    const taken = await commit(ports, tenant, group);
    for (const [index, { resolve }] of group.entries()) resolve(taken.responses[index]!);
    ports.onTaken(tenant, taken);
  } catch (error) {
    if (group.length === 1 || isDatabaseAway(error)) for (const { reject } of group) reject(error);
    else for (const each of group) await write(ports, tenant, [each]);
  }
}

async function commit({ store, signerOf, now }: IngestPorts, tenant: string, group: readonly Waiting[]) {
  const signer = await signerOf(tenant);
  const batches = group.map(({ batch }) => batch);
  for (let attempt = 1; ; attempt++) {
    try {
      const at = now();
      return await store
        .of(tenant)
        .transaction()
        .execute((trx) => takeBatches({ trx, tenant, signer, at }, batches));
    } catch (error) {
      if (!isConflict(error) || attempt === MAX_TRIES) throw error;
    }
  }
}
