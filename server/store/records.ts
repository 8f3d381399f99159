/** Records, the chains they form, what was refused, and receipts. */
import { createHash } from 'node:crypto';
import type { Database, Db, Link } from './schema.ts';

export type RecordRow = Database['records'];

/** Rows per statement: far below the 65,535 parameters a statement may have. */
const CHUNK = 500;
/** A line longer than any record can be is kept in part; its full length and hash are kept as well. */
const MAX_KEPT_BYTES = 131_072;

/** Begin a chain or find it, and hold it until the transaction ends: one writer at a time. */
export async function holdChain(trx: Db, tenant: string, chain: string, device: string) {
  await trx
    .insertInto('chains')
    .values({ tenant, chain, device, contiguous_seq: 0, head: null, head_epoch: null, logged_seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx
    .selectFrom('chains')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** What is held at these places of a chain, by sequence number. */
export async function recordsAt(trx: Db, tenant: string, chain: string, seqs: number[]) {
  const rows = await trx
    .selectFrom('records')
    .select(['seq', 'hash', 'epoch', 'kid'])
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .where('seq', 'in', seqs)
    .execute();
  return new Map(rows.map((row) => [row.seq, row]));
}

/** Those of the ids that are taken. */
export async function takenIds(trx: Db, tenant: string, ids: string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('records')
    .select('id')
    .where('tenant', '=', tenant)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function insertRecords(trx: Db, rows: RecordRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await trx
      .insertInto('records')
      .values(rows.slice(start, start + CHUNK))
      .execute();
  }
}

/** Records at these places that came before their predecessor did. */
export async function orphansAt(trx: Db, tenant: string, chain: string, seqs: number[]) {
  return trx
    .selectFrom('records')
    .select(['seq', 'id', 'hash', 'kid', 'body'])
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .where('seq', 'in', seqs)
    .where('link', '=', 'missing')
    .execute();
}

export async function setLink(trx: Db, tenant: string, chain: string, seq: number, link: Link): Promise<void> {
  await trx
    .updateTable('records')
    .set({ link })
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .where('seq', '=', seq)
    .execute();
}

/**
 * Move a chain's end as far as it goes without a hole, and answer it. A place that only a dead letter claims is no hole
 * (the device will not send it again, and it is named in an incident), but the end is always a record.
 */
export async function advanceChain(trx: Db, chain: Database['chains']): Promise<Database['chains']> {
  let end = chain;
  for (;;) {
    const next = await stretchAfter(trx, end);
    if (next === null) break;
    end = { ...end, contiguous_seq: next.seq, head: next.hash, head_epoch: next.epoch };
  }
  if (end !== chain) {
    const { contiguous_seq, head, head_epoch } = end;
    await trx
      .updateTable('chains')
      .set({ contiguous_seq, head, head_epoch })
      .where('tenant', '=', chain.tenant)
      .where('chain', '=', chain.chain)
      .execute();
  }
  return end;
}

async function stretchAfter(trx: Db, { tenant, chain, device, contiguous_seq: from }: Database['chains']) {
  const records = await trx
    .selectFrom('records')
    .select(['seq', 'hash', 'epoch'])
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .where('seq', '>', from)
    .orderBy('seq')
    .limit(CHUNK)
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
    .limit(CHUNK)
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
export async function chainOfDevice(trx: Db, tenant: string, device: string) {
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

export interface NewDeadLetter {
  code: string;
  message: string;
  line: Uint8Array;
  claim: { chain: string; seq: number } | null;
}

/** Keep refused lines; one that was kept before is not kept twice. */
export async function keepDeadLetters(
  trx: Db,
  from: { tenant: string; device: string; receivedAt: number },
  letters: NewDeadLetter[],
): Promise<void> {
  const rows = letters.map(({ code, message, line, claim }) => ({
    tenant: from.tenant,
    device: from.device,
    received_at: from.receivedAt,
    code,
    message,
    line: Buffer.from(line.subarray(0, MAX_KEPT_BYTES)),
    line_bytes: line.length,
    line_hash: createHash('sha256').update(line).digest('hex'),
    chain: claim?.chain ?? null,
    seq: claim?.seq ?? null,
  }));
  for (let start = 0; start < rows.length; start += CHUNK) {
    await trx
      .insertInto('dead_letters')
      .values(rows.slice(start, start + CHUNK))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The receipt for the end of a chain: the one that was given before, or the one `create` makes now. */
export async function receiptFor(
  trx: Db,
  { tenant, chain, contiguous_seq: seq }: Database['chains'],
  create: () => Promise<string>,
): Promise<string> {
  const known = await trx
    .selectFrom('receipts')
    .select('receipt')
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (known !== undefined) return known.receipt;
  const receipt = await create();
  await trx.insertInto('receipts').values({ tenant, chain, seq, receipt }).execute();
  return receipt;
}

export async function countDeadLetters(db: Db, tenant: string): Promise<number> {
  const { count } = await db
    .selectFrom('dead_letters')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  return count;
}
