/**
 * The queue between the chain and the endpoint. A record is its own place in the queue: queued -> sending (leased) ->
 * acknowledged, or rejected by the endpoint for good. Nothing unacknowledged is ever deleted.
 */
import Dexie from 'dexie';
import type { OutboxState, RecordRow, SluiceDb } from '../storage/db.ts';
import { type MetaValue, readMeta, writeMeta } from '../storage/meta.ts';

export interface BatchLimits {
  maxLines: number;
  /** UTF-8 bytes of the JSON Lines before compression. */
  maxBytes: number;
}

const DAY_MS = 24 * 60 * 60_000;

export const BATCH_LIMITS: BatchLimits = { maxLines: 500, maxBytes: 1_048_576 };

/** `busy`: another worker holds an unexpired lease; order matters, so one batch is under way at a time. */
export type Claim = { kind: 'batch'; rows: RecordRow[]; more: boolean } | { kind: 'empty' } | { kind: 'busy' };

/** One line of the wire, without its line end. */
export function shippedLine({ text, kid, sig }: RecordRow): string {
  return JSON.stringify({ record: text, alg: 'Ed25519', kid, sig });
}

/** The last record of a chain, which is never pruned. */
export function lastRow(db: SluiceDb, chain: string): Promise<RecordRow | undefined> {
  return db.records.where('[chain+seq]').between([chain, Dexie.minKey], [chain, Dexie.maxKey]).last();
}

/** Take the oldest unsent records of a chain until `leaseUntil` (ms). A lease that ran out before `now` is void. */
export async function claimBatch(
  db: SluiceDb,
  chain: string,
  { now, leaseUntil, limits }: { now: number; leaseUntil: number; limits: BatchLimits },
): Promise<Claim> {
  return db.transaction('rw', db.records, async () => {
    const sending = await inState(db, chain, 'sending').toArray();
    // A lease far in the future was given by a clock that has been set back since: it counts as void too.
    const held = sending.some((row) => row.leaseUntil > now && row.leaseUntil <= leaseUntil);
    if (held) return { kind: 'busy' };
    const queued = await inState(db, chain, 'queued')
      .limit(limits.maxLines + 1)
      .toArray();
    const waiting = [...sending, ...queued].sort((a, b) => a.seq - b.seq);
    const rows = fitting(waiting, limits);
    if (rows.length === 0) return { kind: 'empty' };
    const taken = new Set(rows.map(({ seq }) => seq));
    const leftover = sending.filter(({ seq }) => !taken.has(seq));
    await db.records.bulkPut([
      ...rows.map((row) => ({ ...row, state: 'sending' as const, leaseUntil })),
      ...leftover.map((row) => ({ ...row, state: 'queued' as const, leaseUntil: 0 })),
    ]);
    return { kind: 'batch', rows, more: waiting.length > rows.length };
  });
}

/**
 * Give back what a dead worker had under way. Only for the holder of the shipping lock: the browser frees a lock when its
 * holder dies, long before a lease would run out.
 */
export async function reclaimSending(db: SluiceDb): Promise<void> {
  await db.records.where('state').equals('sending').modify({ state: 'queued', leaseUntil: 0 });
}

/** Give claimed records back to the queue. */
export async function releaseBatch(db: SluiceDb, rows: readonly RecordRow[]): Promise<void> {
  await db.transaction('rw', db.records, () => setState(db, rows, { state: 'queued', leaseUntil: 0 }));
}

/**
 * The endpoint holds only up to `seq` of what it once acknowledged: queue again what stands behind it and is still here.
 * Resolves to how many.
 */
export function requeueAfter(db: SluiceDb, chain: string, seq: number): Promise<number> {
  return db.records
    .where('[chain+seq]')
    .between([chain, seq], [chain, Dexie.maxKey], false)
    .and(({ state }) => state === 'acknowledged')
    .modify({ state: 'queued', leaseUntil: 0, settledAt: 0 });
}

/** Change records that are still `sending` in this lease; others have moved on and are left alone. */
export async function setState(
  db: SluiceDb,
  rows: readonly RecordRow[],
  change: Partial<Pick<RecordRow, 'state' | 'leaseUntil' | 'settledAt' | 'rejection'>>,
): Promise<number> {
  const stored = await db.records.bulkGet(rows.map(({ chain, seq }) => [chain, seq]));
  const mine = stored.filter((row) => row?.state === 'sending');
  await db.records.bulkPut(mine.map((row) => ({ ...row!, ...change })));
  return mine.length;
}

/** As `pruneAcknowledged`, and only when the oldest is a day older than that: each time is told by a record. */
export async function pruneOld(db: SluiceDb, before: number): Promise<number> {
  const oldest = await settledBefore(db, before - DAY_MS).first();
  return oldest === undefined ? 0 : pruneAcknowledged(db, before, 'age');
}

/**
 * Delete acknowledged records settled before `before` (ms), but never the last one of a chain, and note it for the
 * `tombstone` that comes with the next record. Resolves to how many.
 */
export async function pruneAcknowledged(db: SluiceDb, before: number, reason: Erased['reason']): Promise<number> {
  return db.transaction('rw', db.records, db.meta, async () => {
    const keys = await settledBefore(db, before).primaryKeys();
    const ends = new Map<string, number | undefined>();
    for (const [chain] of keys) {
      if (!ends.has(chain)) ends.set(chain, (await lastRow(db, chain))?.seq);
    }
    const old = keys.filter(([chain, seq]) => seq !== ends.get(chain));
    await db.records.bulkDelete(old);
    if (old.length > 0) await noteErased(db, old, reason);
    return old.length;
  });
}

function settledBefore(db: SluiceDb, before: number) {
  return db.records.where('[state+settledAt]').between(['acknowledged', Dexie.minKey], ['acknowledged', before]);
}

type Erased = MetaValue<'erased'>[number];

async function noteErased(db: SluiceDb, keys: readonly [string, number][], reason: Erased['reason']): Promise<void> {
  const erased = (await readMeta(db, 'erased')) ?? [];
  for (const [of, seq] of keys) {
    const known = erased.find((stretch) => stretch.of === of && stretch.reason === reason);
    if (known === undefined) erased.push({ of, from: seq, to: seq, count: 1, reason });
    else {
      known.from = Math.min(known.from, seq);
      known.to = Math.max(known.to, seq);
      known.count += 1;
    }
  }
  await writeMeta(db, 'erased', erased);
}

/** How many records of the chain now written are in each state. One that was left waits for its tenant, and is not behind. */
export async function countStates(db: SluiceDb): Promise<Record<OutboxState, number>> {
  const chain = (await db.identity.get('device'))?.chain;
  const count = async (state: OutboxState) => (chain === undefined ? 0 : inState(db, chain, state).count());
  const [queued, sending, acknowledged, rejected] = await Promise.all([
    count('queued'),
    count('sending'),
    count('acknowledged'),
    count('rejected'),
  ]);
  return { queued, sending, acknowledged, rejected };
}

/** One page of this device's own records, newest first. */
export async function listRecords(
  db: SluiceDb,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ records: RecordRow[]; total: number }> {
  const [records, total] = await Promise.all([
    // Version 7 ids sort by time, also across chains.
    db.records.orderBy('id').reverse().offset(offset).limit(limit).toArray(),
    db.records.count(),
  ]);
  return { records, total };
}

function inState(db: SluiceDb, chain: string, state: OutboxState) {
  return db.records.where('[chain+state+seq]').between([chain, state, Dexie.minKey], [chain, state, Dexie.maxKey]);
}

function fitting(rows: readonly RecordRow[], { maxLines, maxBytes }: BatchLimits): RecordRow[] {
  const taken: RecordRow[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, maxLines)) {
    bytes += new TextEncoder().encode(shippedLine(row)).length + 1;
    if (bytes > maxBytes && taken.length > 0) break;
    taken.push(row);
    // The endpoint knows the next key when it has taken this, so nothing signed with it comes along.
    if (row.kind === 'key_rotated') break;
  }
  return taken;
}
