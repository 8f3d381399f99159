/** The chains that records form, how far they reach without a hole, and the receipts for their ends. */
import { sql } from 'kysely';
import { columnsOf, insertRows } from './insert-rows.ts';
import type { Database, Db } from './schema.ts';

export type ChainRow = Database['chains'];

/** Rows of a chain that are looked at in one go. */
const STRETCH = 500;

/**
 * Begin chains or find them, and hold them until the transaction ends: one writer at a time. They are taken in one order,
 * so that two transactions never wait for each other.
 * @param wanted Each chain once. The device is that of a chain that begins now.
 */
export async function holdChains(trx: Db, tenant: string, wanted: readonly { chain: string; device: string }[]) {
  if (wanted.length === 0) return new Map<string, ChainRow>();
  const { names, arrays } = columnsOf<{ chain: string; device: string }>({ chain: 'uuid', device: 'uuid' }, wanted);
  await sql`insert into chains (tenant, ${names})
    select ${tenant}, given.* from unnest(${arrays}) as given(${names}) order by chain
    on conflict do nothing`.execute(trx);
  const rows = await trx
    .selectFrom('chains')
    .selectAll()
    .where('tenant', '=', tenant)
    .where(sql<boolean>`chain = any(${wanted.map(({ chain }) => chain)}::uuid[])`)
    .orderBy('chain')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.chain, row]));
}

/** Keep how far chains reach now. */
export async function saveChains(trx: Db, tenant: string, chains: readonly ChainRow[]): Promise<void> {
  if (chains.length === 0) return;
  type Reach = Omit<ChainRow, 'tenant' | 'device' | 'logged_seq'>;
  const { names, arrays } = columnsOf<Reach>(
    { chain: 'uuid', contiguous_seq: 'bigint', head: 'text', head_epoch: 'bigint', last_seq: 'bigint' },
    chains,
  );
  await sql`update chains set contiguous_seq = now.contiguous_seq, head = now.head, head_epoch = now.head_epoch,
      last_seq = now.last_seq
    from unnest(${arrays}) as now(${names})
    where chains.tenant = ${tenant} and chains.chain = now.chain`.execute(trx);
}

/**
 * The chain with its end as far as it goes without a hole. A place that only a dead letter claims is no hole (the device
 * will not send it again, and it is named in an incident), but the end is always a record.
 */
export async function reachOf(trx: Db, chain: ChainRow): Promise<ChainRow> {
  let end = chain;
  for (;;) {
    const next = await stretchAfter(trx, end);
    if (next === null) return end;
    end = { ...end, contiguous_seq: next.seq, head: next.hash, head_epoch: next.epoch };
  }
}

async function stretchAfter(trx: Db, { tenant, chain, device, contiguous_seq: from }: ChainRow) {
  const records = await trx
    .selectFrom('records')
    .select(['seq', 'hash', 'epoch'])
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .where('seq', '>', from)
    .orderBy('seq')
    .limit(STRETCH)
    .execute();
  if (records.length === 0) return null;
  const lost = await trx
    .selectFrom('dead_letters')
    .select('seq')
    .distinct()
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    // Another device can claim a place in this chain, but it cannot settle it.
    .where('device', '=', device)
    .where('seq', '>', from)
    .orderBy('seq')
    .limit(STRETCH)
    .execute();
  const lostSeqs = new Set(lost.map(({ seq }) => seq));
  let reached = from;
  let last: (typeof records)[number] | null = null;
  for (const record of records) {
    while (reached + 1 < record.seq && lostSeqs.has(reached + 1)) reached++;
    if (record.seq !== reached + 1) break;
    reached = record.seq;
    last = record;
  }
  return last;
}

/** A chain of this device, the longest first; null when it has sent nothing yet. */
export async function chainOfDevice(trx: Db, tenant: string, device: string): Promise<ChainRow | null> {
  const row = await trx
    .selectFrom('chains')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .orderBy('contiguous_seq', 'desc')
    .orderBy('chain')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The receipts that were given for the present ends of these chains, by chain. */
export async function receiptsOf(trx: Db, tenant: string, chains: readonly ChainRow[]): Promise<Map<string, string>> {
  if (chains.length === 0) return new Map();
  const { names, arrays } = columnsOf<Pick<ChainRow, 'chain' | 'contiguous_seq'>>(
    { chain: 'uuid', contiguous_seq: 'bigint' },
    chains,
  );
  const { rows } = await sql<{ chain: string; receipt: string }>`select receipts.chain, receipts.receipt
    from receipts join unnest(${arrays}) as ends(${names})
      on receipts.chain = ends.chain and receipts.seq = ends.contiguous_seq
    where receipts.tenant = ${tenant}`.execute(trx);
  return new Map(rows.map(({ chain, receipt }) => [chain, receipt]));
}

export async function insertReceipts(trx: Db, rows: readonly Database['receipts'][]): Promise<void> {
  await insertRows(trx, 'receipts', { tenant: 'text', chain: 'uuid', seq: 'bigint', receipt: 'text' }, rows);
}
