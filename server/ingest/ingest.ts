/**
 * Takes batches of records into the store. Each line is checked by itself, then batches that are ready at the same moment
 * share a transaction: one commit for many devices, and nobody is answered before it. Either all of a batch is there,
 * with everything derived from it, or nothing is, and the device sends it again. A bad line never keeps a good one out,
 * and a batch that the database refuses is tried once more by itself, so that it refuses nobody else's. Sending a batch
 * twice changes nothing the second time and is answered with the same receipt.
 *
 * Signatures take as long as everything else together, and other threads check them. So the transaction is filled
 * meanwhile, and ends when they are all good: nothing is committed before. When one is not, the transaction is taken
 * back, and from then on that device's batches wait for their signatures first.
 */
import type { IngestResponse } from '../../lib/sync/api.ts';
import type { Device } from '../store/enrolment.ts';
import { isConflict, isDatabaseAway, type Store } from '../store/open.ts';
import { type CheckedLine, type CheckedLines, readLines } from './check-line.ts';
import type { Signer } from './signer.ts';
import { type Taken, takeBatches } from './take.ts';

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

/** Devices that are remembered for good signatures. */
const MAX_TRUSTED = 100_000;

interface Waiting {
  batch: { device: Device; good: CheckedLine[]; bad: CheckedLines['bad'] };
  /** When its signatures are not known to be good yet: the batch once they are known. */
  checked: Promise<CheckedLines> | null;
  resolve(response: IngestResponse): void;
  reject(error: unknown): void;
}

export function createIngest(ports: IngestPorts): Ingest {
  const waiting = new Map<string, Waiting[]>();
  /** Devices whose last batch was signed well, the one of longest ago first. */
  const trusted = new Set<string>();
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
  const remember = ({ device, tenant }: Device, { good, bad }: CheckedLines) => {
    const name = `${tenant} ${device}`;
    trusted.delete(name);
    if (good.length === 0 || bad.some(({ code }) => code === 'bad_signature')) return;
    trusted.add(name);
    if (trusted.size > MAX_TRUSTED) for (const oldest of trusted.keys()) return void trusted.delete(oldest);
  };
  const read = async (device: Device, lines: readonly Uint8Array[]): Promise<Pick<Waiting, 'batch' | 'checked'>> => {
    const { unproven, checked } = await readLines(lines, device);
    const told = checked.then((known) => remember(device, known));
    told.catch(() => {});
    if (unproven === null || !trusted.has(`${device.tenant} ${device.device}`)) {
      return { batch: { device, ...(await checked) }, checked: null };
    }
    return { batch: { device, good: unproven, bad: [] }, checked };
  };
  return {
    async take(device, lines) {
      if (held > 0 && held + lines.length > MAX_WAITING) return null;
      held += lines.length;
      try {
        const known = await read(device, lines);
        return await new Promise<IngestResponse>((resolve, reject) => {
          const queue = waiting.get(device.tenant);
          if (queue === undefined) waiting.set(device.tenant, [{ ...known, resolve, reject }]);
          else queue.push({ ...known, resolve, reject });
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
    if (error instanceof BadSignature) await write(ports, tenant, await proven(group));
    else if (group.length === 1 || isDatabaseAway(error)) for (const { reject } of group) reject(error);
    else for (const each of group) await write(ports, tenant, [each]);
  }
}

/** Takes a transaction back that was filled before the signatures were known. */
class BadSignature extends Error {}

/** The same batches, with what their signatures say. */
function proven(group: readonly Waiting[]): Promise<Waiting[]> {
  return Promise.all(
    group.map(async ({ checked, ...each }) => {
      const batch = checked === null ? each.batch : { device: each.batch.device, ...(await checked) };
      return { ...each, batch, checked: null };
    }),
  );
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
        .execute(async (trx) => {
          const taken = await takeBatches({ trx, tenant, signer, at, lookForIds: attempt > 1 }, batches);
          const known = await Promise.all(group.map(({ checked }) => checked));
          if (known.some((lines) => lines !== null && lines.bad.length > 0)) throw new BadSignature();
          return taken;
        });
    } catch (error) {
      if (!isConflict(error) || attempt === MAX_TRIES) throw error;
    }
  }
}
