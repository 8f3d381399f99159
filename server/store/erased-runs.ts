/** Records that are gone: which, since when, and what the act in the log about them names. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ErasedBatch, ErasedRun } from '../../lib/integrity/evidence-format.ts';
import { toCanonical } from '../../lib/records/canonical.ts';
import { columnsOf, insertRows } from './insert-rows.ts';
import type { Db } from './schema.ts';

/** What the act `records_erased` is about: SHA-256 of the batch as a line of the pack. */
export function hashOfBatch(batch: ErasedBatch): string {
  const canonical = toCanonical(batch);
  if (!canonical.ok) throw new Error(`a batch without a canonical form: ${canonical.code}`);
  return createHash('sha256').update(canonical.bytes).digest('hex');
}

export async function insertErased(trx: Db, tenant: string, { batch, at, runs }: ErasedBatch): Promise<void> {
  const rows = runs.map(({ chain, first, last, head }) => {
    return { tenant, chain, first_seq: first, last_seq: last, head, at, batch };
  });
  const types = { tenant: 'text', chain: 'uuid', first_seq: 'bigint', last_seq: 'bigint' } as const;
  await insertRows(trx, 'erased_runs', { ...types, head: 'text', at: 'bigint', batch: 'uuid' }, rows);
}

/** Batches as they were made, the oldest first. @param chain Only its runs, so that they are no whole batches any more. */
export async function erasedBatches(db: Db, tenant: string, chain: string | null): Promise<ErasedBatch[]> {
  const rows = await db
    .selectFrom('erased_runs')
    .selectAll()
    .where('tenant', '=', tenant)
    .$if(chain !== null, (query) => query.where('chain', '=', chain!))
    .orderBy('at')
    .orderBy('batch')
    .orderBy('chain')
    .orderBy('first_seq')
    .execute();
  const batches = new Map<string, ErasedBatch & { runs: ErasedRun[] }>();
  for (const { batch, at, chain: of, first_seq: first, last_seq: last, head } of rows) {
    const known = batches.get(batch) ?? { batch, at, runs: [] };
    known.runs.push({ chain: of, first, last, head });
    batches.set(batch, known);
  }
  return [...batches.values()];
}

/** Those of the places whose record is gone. A device may send it once more; nobody takes it in again. */
export async function erasedAt(trx: Db, tenant: string, places: readonly { chain: string; seq: number }[]) {
  if (places.length === 0) return [];
  const { names, arrays } = columnsOf({ chain: 'uuid', seq: 'bigint' }, places);
  const { rows } = await sql<{ chain: string; seq: number; head: string | null }>`select places.chain, places.seq,
      case when places.seq = last_seq then head end as head
    from erased_runs join unnest(${arrays}) as places(${names})
      on erased_runs.chain = places.chain and places.seq between first_seq and last_seq
    where tenant = ${tenant}`.execute(trx);
  return rows;
}
