/** Records as they were signed, and what was refused. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type ColumnTypes, columnsOf, insertRows } from './insert-rows.ts';
import type { Database, Db, Link } from './schema.ts';

export type RecordRow = Database['records'];
type Place = Pick<RecordRow, 'chain' | 'seq'>;

/** Rows per statement: far below the 65,535 parameters a statement may have. */
const CHUNK = 500;
/** A line longer than any record can be is kept in part; its full length and hash are kept as well. */
const MAX_KEPT_BYTES = 131_072;

const RECORD_COLUMNS: ColumnTypes<RecordRow> = {
  tenant: 'text',
  chain: 'uuid',
  seq: 'bigint',
  id: 'uuid',
  kind: 'text',
  device: 'uuid',
  epoch: 'bigint',
  ts: 'bigint',
  received_at: 'bigint',
  hash: 'text',
  prev: 'text',
  link: 'text',
  body: 'text',
  kid: 'text',
  sig: 'text',
};

/** What is held at a place. The text only of a record whose predecessor is missing: it may be there soon. */
export type HeldRecord = Pick<RecordRow, 'chain' | 'seq' | 'hash' | 'epoch' | 'kid' | 'link'> & {
  body: string | null;
  /** The key id that a change of keys names. */
  successor: string | null;
};

/** What is held at these places, in no order. */
export async function recordsAt(trx: Db, tenant: string, places: readonly Place[]): Promise<HeldRecord[]> {
  if (places.length === 0) return [];
  const { names, arrays } = columnsOf<Place>({ chain: 'uuid', seq: 'bigint' }, places);
  const { rows } = await sql<HeldRecord>`select records.chain, records.seq, hash, epoch, kid, link,
      case when link = 'missing' then body end as body,
      case when kind = 'key_rotated' then body::jsonb ->> 'kid' end as successor
    from records join unnest(${arrays}) as places(${names})
      on records.chain = places.chain and records.seq = places.seq
    where records.tenant = ${tenant}`.execute(trx);
  return rows;
}

/** Those of the ids that are taken. */
export async function takenIds(trx: Db, tenant: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom('records')
    .select('id')
    .where('tenant', '=', tenant)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function insertRecords(trx: Db, rows: readonly RecordRow[]): Promise<void> {
  await insertRows(trx, 'records', RECORD_COLUMNS, rows);
}

/** Say how records hang on those before them, which came later. */
export async function setLinks(trx: Db, tenant: string, links: readonly (Place & { link: Link })[]): Promise<void> {
  if (links.length === 0) return;
  const { names, arrays } = columnsOf<Place & { link: Link }>({ chain: 'uuid', seq: 'bigint', link: 'text' }, links);
  await sql`update records set link = now.link from unnest(${arrays}) as now(${names})
    where records.tenant = ${tenant} and records.chain = now.chain and records.seq = now.seq`.execute(trx);
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

export async function countDeadLetters(db: Db, tenant: string): Promise<number> {
  const { count } = await db
    .selectFrom('dead_letters')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  return count;
}
