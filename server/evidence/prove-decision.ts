/** Checks one stored record again from its bytes, with its neighbours in the chain. */

import { parseCanonical } from '../../lib/records/canonical.ts';
import { type OpenedRecord, openRecord } from '../../lib/records/chain.ts';
import type { DecisionDetail } from '../api/decisions.ts';
import { erasedAt } from '../store/erased-runs.ts';
import type { Database, Db } from '../store/schema.ts';

type RecordRow = Database['records'];
type Proof = Omit<DecisionDetail, 'decision'>;

/** @param place The tenant, chain and sequence number of a record that is held. */
export async function proveDecision(
  db: Db,
  place: { tenant: string; chain: string; seq: number; id: string },
): Promise<Proof> {
  const { tenant, chain, seq, id } = place;
  const rows = await db
    .selectFrom('records')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .where('seq', 'in', [seq - 1, seq, seq + 1])
    .execute();
  const [before, row, after] = [seq - 1, seq, seq + 1].map((at) => rows.find((found) => found.seq === at));
  if (row === undefined) throw new Error('a decision without its record');
  const { public_key, earlier_keys } = await db
    .selectFrom('devices')
    .select(['public_key', 'earlier_keys'])
    .where('tenant', '=', tenant)
    .where('device', '=', row.device)
    .executeTakeFirstOrThrow();
  const gone = await erasedAt(
    db,
    tenant,
    [seq - 1, seq + 1].map((at) => ({ chain, seq: at })),
  );
  const publicKey = earlier_keys.find(({ kid }) => kid === row.kid)?.publicKey ?? public_key;
  const { contiguous_seq: receipted } = await db
    .selectFrom('chains')
    .select('contiguous_seq')
    .where('tenant', '=', tenant)
    .where('chain', '=', chain)
    .executeTakeFirstOrThrow();
  const incidents = await db
    .selectFrom('incidents')
    .select(['id', 'kind', 'severity', 'status'])
    .where('tenant', '=', tenant)
    .where('decision', '=', id)
    .orderBy('created_at')
    .execute();

  return {
    record: row.body,
    signature: { alg: 'Ed25519', kid: row.kid, sig: row.sig, publicKey },
    previous: neighbour(before),
    next: neighbour(after),
    verification: { ...(await verifyRow(row, publicKey, { before, after, gone })), receipted: seq <= receipted },
    incidents,
  };
}

interface Neighbours {
  before: RecordRow | undefined;
  after: RecordRow | undefined;
  /** Of those beside it whose time was over; `head` where their hash is still known. */
  gone: readonly { seq: number; head: string | null }[];
}

async function verifyRow(row: RecordRow, publicKey: string, { before, after, gone }: Neighbours) {
  const line = { record: row.body, alg: 'Ed25519', kid: row.kid, sig: row.sig };
  const opened = await openRecord(line, () => publicKey);
  const isSame = opened.ok && saysTheSame(opened, row);
  const erased = gone.find(({ seq }) => seq === row.seq - 1);
  const previous =
    row.seq === 1 ? 'first' : erased === undefined ? linkBetween(before, row) : linkToErased(erased, row);
  const isNextGone = gone.some(({ seq }) => seq === row.seq + 1);
  const next = after !== undefined ? linkBetween(row, after) : isNextGone ? 'erased' : 'missing';
  return {
    ok: isSame && previous !== 'broken' && previous !== 'missing' && next !== 'broken',
    canonical: parseCanonical(row.body).ok,
    signature: opened.ok,
    hash: isSame,
    previous: previous as Proof['verification']['previous'],
    next: next as Proof['verification']['next'],
  };
}

/** The columns say what the signed bytes say. */
function saysTheSame({ hash, record }: OpenedRecord, row: RecordRow): boolean {
  const { id, chain, seq, device, prev } = record;
  return (
    hash === row.hash &&
    id === row.id &&
    chain === row.chain &&
    seq === row.seq &&
    device === row.device &&
    prev === row.prev
  );
}

function linkBetween(before: RecordRow | undefined, row: RecordRow): 'linked' | 'missing' | 'broken' {
  if (before === undefined) return 'missing';
  return before.hash === row.prev ? row.link : 'broken';
}

function linkToErased({ head }: { head: string | null }, row: RecordRow): 'erased' | 'broken' {
  return head === row.prev ? 'erased' : 'broken';
}

function neighbour(row: RecordRow | undefined): Proof['previous'] {
  return row === undefined ? null : { id: row.id, seq: row.seq, kind: row.kind, ts: row.ts, hash: row.hash };
}
