/**
 * The one way a record comes to be: number, chain, sign, store, and only then answer. The chain's end is the last stored
 * record and nothing else, so there is no second place that could disagree with it after a crash.
 *
 * Signing is asynchronous and IndexedDB transactions do not wait, so a record is signed first, under the lock, and the
 * transaction that stores it checks that the chain still ends where it was signed for.
 */
import { sha256Hex } from '../policy/compile.ts';
import type { IdentityRow, RecordRow, SluiceDb } from '../storage/db.ts';
import type { Locks } from '../storage/locks.ts';
import { readMeta } from '../storage/meta.ts';
import { buildKeyRotated, buildTombstone } from './build.ts';
import { toCanonical } from './canonical.ts';
import { type Gap, mergeGaps, noteGap } from './gap.ts';
import { lastRow, pruneAcknowledged } from './outbox.ts';
import { MAX_RECORD_LENGTH, type RecordDraft, record, recordDraft, type SluiceRecord } from './record.ts';
import { GENESIS } from './record-fields.ts';
import type { DeviceKey } from './sign.ts';
import { uuidV7, uuidV7Time } from './uuid-v7.ts';

export type AppendCode =
  /** The draft does not fit the schema. */
  | 'invalid'
  /** There is no device key yet. */
  | 'no_identity'
  | 'too_long'
  /** The disk is full; what was lost is counted and declared in the next record that can be written. */
  | 'quota'
  /** Anything else of the database. Counted likewise. */
  | 'storage'
  /** Somebody wrote to the chain outside the lock, again and again. */
  | 'contended';
export type AppendResult =
  /** `isRepeated`: it was written when the same request was made before. */
  | { ok: true; id: string; seq: number; hash: string; isRepeated: boolean }
  | { ok: false; code: AppendCode; message: string };

export type AgentInfo = Pick<SluiceRecord, 'app' | 'browser' | 'os' | 'managed' | 'install_type'>;

export interface WriterPorts {
  db: SluiceDb;
  locks: Locks;
  /** Milliseconds since the epoch. */
  now(): number;
  randomBytes(length: number): Uint8Array;
  /** Signature (base64url) over the bytes with the device's key. */
  sign(privateKey: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  agent(): AgentInfo;
}

export interface Writer {
  /**
   * Durable before it resolves; on `ok: false` nothing was written. Never rejects.
   * @param once key of a request that may be made again, by somebody who did not hear the answer: it is written once
   */
  append(draft: RecordDraft, once?: string): Promise<AppendResult>;
  /** Hand over to another key, in the one transaction that stores the record of it: the old key's last. Never rejects. */
  rotate(next: DeviceKey): Promise<AppendResult>;
}

type Failure = Extract<AppendResult, { ok: false }>;
/** `next`: the key that takes over behind this record. */
type Order = { draft: RecordDraft; once?: string | undefined; next?: DeviceKey };
type Sealed = { ok: true; row: RecordRow } | Failure;

export const RECORDS_LOCK = 'sluice.records';
const ATTEMPTS = 4;

export function createWriter(ports: WriterPorts): Writer {
  const { db } = ports;
  /** Losses that could not even be noted on disk. They are gone if the worker dies, like the space to write them to. */
  let unnoted: Gap | null = null;

  function append(draft: RecordDraft, once?: string): Promise<AppendResult> {
    return write({ draft, once });
  }

  function rotate(next: DeviceKey): Promise<AppendResult> {
    const { kid, publicKey } = next;
    return write({ draft: buildKeyRotated({ kid, publicKey, reason: 'age' }), next });
  }

  async function write(order: Order): Promise<AppendResult> {
    if (!recordDraft.safeParse(order.draft).success) return fail('invalid', 'the draft does not fit its schema');
    try {
      return await ports.locks(RECORDS_LOCK, () => appendLocked(order));
    } catch (error) {
      return failureOf(error);
    }
  }

  async function appendLocked(order: Order): Promise<AppendResult> {
    let result: AppendResult = await attempt(order);
    if (!result.ok && result.code === 'quota' && (await makeRoom(db)) > 0) result = await attempt(order);
    if (!result.ok && (result.code === 'quota' || result.code === 'storage')) await noteLoss(result.code);
    return result;
  }

  async function attempt(order: Order): Promise<AppendResult> {
    try {
      for (let left = ATTEMPTS; left > 0; left--) {
        const result = await tryAppend(order);
        if (result !== 'head_moved') return result;
      }
      return fail('contended', 'the chain keeps moving');
    } catch (error) {
      return failureOf(error);
    }
  }

  async function tryAppend({ draft, once, next }: Order): Promise<AppendResult | 'head_moved'> {
    const before = once === undefined ? undefined : await db.records.where('once').equals(once).first();
    if (before !== undefined) return written(before, true);
    const identity = await db.identity.get('device');
    if (identity === undefined) return fail('no_identity', 'this device has no key yet');
    const head = await lastRow(db, identity.chain);
    const gap = mergeGaps(await readMeta(db, 'gap'), unnoted);
    const erased = (await readMeta(db, 'erased')) ?? [];
    const declared: RecordDraft[] = gap === null ? [] : [{ kind: 'gap_declared', ...gap }];
    const drafts: RecordDraft[] = [...declared, ...erased.map(buildTombstone), draft];
    const rows: RecordRow[] = [];
    for (const each of drafts) {
      const sealed = await seal(each, identity, rows.at(-1) ?? head);
      if (!sealed.ok) return sealed;
      rows.push(sealed.row);
    }
    if (once !== undefined) rows.at(-1)!.once = once;
    const stored = await db.transaction('rw', db.records, db.identity, db.meta, async () => {
      const current = await lastRow(db, identity.chain);
      const owner = await db.identity.get('device');
      if (current?.hash !== head?.hash || owner?.chain !== identity.chain || owner.kid !== identity.kid) return false;
      await db.records.bulkAdd(rows);
      if (gap !== null) await db.meta.delete('gap');
      if (erased.length > 0) await db.meta.delete('erased');
      if (next !== undefined) await db.identity.put(successor(identity, next, ports.now()));
      return true;
    });
    if (!stored) return 'head_moved';
    unnoted = null;
    return written(rows.at(-1)!, false);
  }

  /** Envelope, canonical bytes, hash and signature: everything but storing it. */
  async function seal(draft: RecordDraft, identity: IdentityRow, before: RecordRow | undefined): Promise<Sealed> {
    const now = ports.now();
    // Ids keep their order although the clock may not.
    const idMs = Math.max(now, before === undefined ? 0 : uuidV7Time(before.id));
    const receipt = await readMeta(db, 'receipt');
    const complete = {
      v: 1,
      id: uuidV7(idMs, ports.randomBytes(10)),
      tenant: identity.tenant,
      chain: identity.chain,
      epoch: identity.epoch,
      seq: (before?.seq ?? 0) + 1,
      prev: before?.hash ?? GENESIS,
      ts: now,
      skew_ms: (await readMeta(db, 'clock'))?.skewMs ?? 0,
      ...(receipt?.receipt.body.chain === identity.chain ? { receipt: receipt.hash } : {}),
      device: identity.device,
      ...ports.agent(),
      ...draft,
    };
    const canonical = toCanonical(complete);
    if (!canonical.ok) return fail('invalid', canonical.code);
    if (!record.safeParse(complete).success) return fail('invalid', 'the record does not fit its schema');
    const { text, bytes } = canonical;
    if (text.length > MAX_RECORD_LENGTH) return fail('too_long', `${text.length} of ${MAX_RECORD_LENGTH}`);
    const { chain, seq, id, ts } = complete;
    const { kid, privateKey } = identity;
    const [hash, sig] = await Promise.all([sha256Hex(bytes), ports.sign(privateKey, bytes)]);
    const fresh = { state: 'queued', leaseUntil: 0, settledAt: 0, rejection: null } as const;
    return { ok: true, row: { chain, seq, id, kind: draft.kind, ts, text, hash, kid, sig, ...fresh } };
  }

  async function noteLoss(reason: 'quota' | 'storage'): Promise<void> {
    unnoted = mergeGaps(unnoted, { reason, count: 1, since: ports.now() });
    try {
      await noteGap(db, unnoted);
      unnoted = null;
    } catch {
      // Kept in memory; the next append that works declares it.
    }
  }

  return { append, rotate };
}

/** Delete what the endpoint holds. Resolves to how many were deleted. */
async function makeRoom(db: SluiceDb): Promise<number> {
  try {
    return await pruneAcknowledged(db, Number.MAX_SAFE_INTEGER, 'room');
  } catch {
    return 0;
  }
}

function successor(identity: IdentityRow, next: DeviceKey, rotatedAt: number): IdentityRow {
  const { kid, publicKey, epoch } = identity;
  return { ...identity, ...next, epoch: epoch + 1, rotatedAt, previous: { kid, publicKey } };
}

function written({ id, seq, hash }: RecordRow, isRepeated: boolean): AppendResult {
  return { ok: true, id, seq, hash, isRepeated };
}

function fail(code: AppendCode, message: string): Failure {
  return { ok: false, code, message };
}

/** Names only: a message of the database could quote what it was given. */
function failureOf(error: unknown): Failure {
  const names: string[] = [];
  for (let at: unknown = error; at instanceof Error && names.length < 4; at = (at as { inner?: unknown }).inner) {
    names.push(at.name);
  }
  return fail(names.includes('QuotaExceededError') ? 'quota' : 'storage', names.join(' < ') || 'unknown');
}
