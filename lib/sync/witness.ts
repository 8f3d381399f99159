/**
 * Every browser is a witness of the endpoint's log: at each sync it asks for the newest checkpoint, and believes it only
 * when the log it saw before is its beginning and its own acknowledged records are in it. What does not fit is kept out
 * and recorded, so that an operator who rewrites or withholds history is told on by the fleet.
 */
import { type Checkpoint, openCheckpoint } from '../integrity/log/checkpoint.ts';
import { originOf } from '../integrity/log/origin.ts';
import { verifyConsistency, verifyInclusion } from '../integrity/log/proof.ts';
import { type Hash, leafHash } from '../integrity/log/tree.ts';
import { fromBase64, toBase64 } from '../policy/base64.ts';
import type { SluiceDb } from '../storage/db.ts';
import { clearMeta, type MetaValue, readMeta, writeMeta } from '../storage/meta.ts';
import { type LogAnswer, logAnswer } from './api.ts';
import type { Enrolment } from './enrol.ts';
import { endpointUrl, type Net, parseAnswer } from './net.ts';

export type LogFault =
  /** Not signed by the endpoint we enrolled with, or not about this tenant's log. */
  | 'log_unsigned'
  /** Smaller than it was, or gone. */
  | 'log_shrunk'
  /** What was there before is no longer its beginning. */
  | 'log_forked'
  /** A record acknowledged long ago is not in it. */
  | 'log_omits'
  /** The place it gives for our record holds something else. */
  | 'log_misplaces';

export type WitnessResult =
  | { outcome: 'held' | 'empty' | 'unreachable' }
  /** Not to be believed. `isNew`: not the fault that was met last. */
  | { outcome: 'fault'; code: LogFault; isNew: boolean };

export interface WitnessPorts {
  db: SluiceDb;
  net: Net;
  /** Milliseconds since the epoch. */
  now(): number;
}

const TIMEOUT_MS = 20_000;
/** The endpoint logs within seconds; after this long an absence is no delay. */
const LOGGED_WITHIN_MS = 24 * 60 * 60_000;

/** Ask for the newest checkpoint and hold it against what is known. */
export async function witness(ports: WitnessPorts, enrolment: Enrolment): Promise<WitnessResult> {
  const { db, net } = ports;
  const known = await readMeta(db, 'checkpoint');
  const before = known?.origin === originOf(enrolment.tenant) ? known : null;
  const receipt = (await readMeta(db, 'receipt'))?.receipt.body ?? null;
  const query = new URLSearchParams({ from: String(before?.size ?? 0) });
  if (receipt !== null) {
    query.set('chain', receipt.chain);
    query.set('seq', String(receipt.seq));
  }
  const url = endpointUrl(enrolment.endpoint, `/v1/log?${query}`);
  if (url === null) return { outcome: 'unreachable' };
  const headers = { authorization: `Bearer ${enrolment.deviceToken}` };
  const answer = await net({ method: 'GET', url, headers, timeoutMs: TIMEOUT_MS });
  if (!answer.ok || (answer.status !== 200 && answer.status !== 404)) return { outcome: 'unreachable' };
  const parsed = answer.status === 200 ? parseAnswer(logAnswer, answer.text) : null;
  // An endpoint of an older version has no log; one that had a log cannot lose it.
  if (before === null && (parsed?.note ?? null) === null) return { outcome: 'empty' };
  if (parsed === null) return fault(db, 'log_shrunk');
  const checked = await check(ports, enrolment, before, receipt, parsed);
  if (!checked.ok) return fault(db, checked.code);
  const { origin, size, root } = checked.checkpoint;
  await writeMeta(db, 'checkpoint', { origin, size, root: toBase64(root) });
  await clearMeta(db, 'log.fault');
  return { outcome: 'held' };
}

async function check(
  { db, now }: WitnessPorts,
  { tenant, serverKey }: Enrolment,
  before: MetaValue<'checkpoint'> | null,
  receipt: MetaValue<'receipt'>['receipt']['body'] | null,
  { note, growth, own }: LogAnswer,
): Promise<{ ok: true; checkpoint: Checkpoint } | { ok: false; code: LogFault }> {
  const fail = (code: LogFault) => ({ ok: false as const, code });
  if (note === null) return fail('log_shrunk');
  const publicKey = fromBase64(serverKey.publicKey) ?? new Uint8Array();
  const checkpoint = await openCheckpoint(note, { name: originOf(tenant), publicKey });
  if (checkpoint === null) return fail('log_unsigned');
  const { size, root } = checkpoint;
  if (before !== null) {
    if (size < before.size) return fail('log_shrunk');
    const proof = hashes(growth);
    const rootBefore = hashes([before.root])?.[0];
    if (!proof || !rootBefore || !verifyConsistency(before.size, size, rootBefore, root, proof))
      return fail('log_forked');
  }
  if (receipt === null) return { ok: true, checkpoint };
  const isLate = receipt.ts + LOGGED_WITHIN_MS < now();
  if (own === null || own.seq < receipt.seq) return isLate ? fail('log_omits') : { ok: true, checkpoint };
  const row = await db.records.get([receipt.chain, own.seq]);
  // Records that were kept long enough are gone from the device; the endpoint's place for them cannot be checked here.
  if (row === undefined) return { ok: true, checkpoint };
  const leaf = leafHash(new TextEncoder().encode(row.text));
  const proof = hashes(own.proof);
  const isThere = proof !== null && verifyInclusion(leaf, own.index, size, proof, root);
  return isThere ? { ok: true, checkpoint } : fail('log_misplaces');
}

async function fault(db: SluiceDb, code: LogFault): Promise<WitnessResult> {
  const last = await readMeta(db, 'log.fault');
  if (last?.code === code) return { outcome: 'fault', code, isNew: false };
  await writeMeta(db, 'log.fault', { code });
  return { outcome: 'fault', code, isNew: true };
}

/** Null when one of them is not 32 bytes in base64. */
function hashes(texts: readonly string[] | null): Hash[] | null {
  const bytes = texts?.map((text) => fromBase64(text)) ?? null;
  return bytes?.every((hash) => hash?.length === 32) ? (bytes as Hash[]) : null;
}
