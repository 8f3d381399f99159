/** What the endpoint proves of its log: that it only grew, and that a record is in it. */
import { consistencyProof, type Hash, inclusionProof } from '../../lib/integrity/log/tree.ts';
import type { Db } from '../store/schema.ts';
import { Tiles } from './tiles.ts';

export interface Growth {
  /** The newest checkpoint, as a note; null while the log is empty. */
  note: string | null;
  size: number;
  /** That the tree of `from` entries is its beginning; null when `from` is beyond its end. */
  proof: Hash[] | null;
}

/** The newest checkpoint, and the proof that it continues the tree of `from` entries. */
export async function proveGrowth(db: Db, tenant: string, from: number): Promise<Growth> {
  const newest = await newestCheckpoint(db, tenant);
  if (newest === null) return { note: null, size: 0, proof: from === 0 ? [] : null };
  const { note, size } = newest;
  const proof = from > size ? null : await consistencyProof(from, size, new Tiles(db, tenant).read);
  return { note, size, proof };
}

export async function newestCheckpoint(db: Db, tenant: string) {
  const row = await db
    .selectFrom('log_checkpoints')
    .select(['note', 'size'])
    .where('tenant', '=', tenant)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface Place {
  seq: number;
  index: number;
  proof: Hash[];
}

/** Where a device's newest record not above `seq` stands in the tree of `size` entries; null when none of it does. */
export async function proveRecord(
  db: Db,
  { tenant, device, chain, seq }: { tenant: string; device: string; chain: string; seq: number },
  size: number,
): Promise<Place | null> {
  const run = await db
    .selectFrom('log_runs')
    .innerJoin('chains', (join) =>
      join.onRef('chains.tenant', '=', 'log_runs.tenant').onRef('chains.chain', '=', 'log_runs.chain'),
    )
    .select(['log_runs.first', 'log_runs.count', 'log_runs.seq'])
    .where('log_runs.tenant', '=', tenant)
    .where('log_runs.chain', '=', chain)
    .where('chains.device', '=', device)
    .where('log_runs.seq', '<=', seq)
    .where('log_runs.first', '<', size)
    .orderBy('log_runs.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (run === undefined) return null;
  const offset = Math.min(seq - run.seq, run.count - 1, size - run.first - 1);
  const index = run.first + offset;
  return { seq: run.seq + offset, index, proof: await inclusionProof(index, size, new Tiles(db, tenant).read) };
}
