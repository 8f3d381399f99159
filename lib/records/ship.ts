/**
 * Sends the queue to the endpoint. A record counts as delivered only when a receipt proves it: signed by the endpoint's
 * key and naming our own hash. Whatever happens in between (worker killed, answer lost, batch sent twice) the records
 * stay queued, and sending them again changes nothing at the endpoint.
 */

import type { RecordRow, SluiceDb } from '../storage/db.ts';
import { clearMeta, type MetaValue, readMeta, writeMeta } from '../storage/meta.ts';
import { type CertificateRefusal, type IngestResponse, ingestResponse, type Receipt } from '../sync/api.ts';
import { backoffMs, retryAfterMs } from '../sync/backoff.ts';
import { certificateHeader, certificateRefusal, heedRefusal } from '../sync/certificate.ts';
import { isRevoked } from '../sync/is-revoked.ts';
import { endpointUrl, type Net, type NetResult, parseAnswer } from '../sync/net.ts';
import { type ReceiptFault, receiptFault, receiptHash } from './check-receipt.ts';
import {
  BATCH_LIMITS,
  type BatchLimits,
  claimBatch,
  lastRow,
  releaseBatch,
  requeueAfter,
  setState,
  shippedLine,
} from './outbox.ts';
import { record } from './record.ts';

export interface ShipPorts {
  db: SluiceDb;
  net: Net;
  /** Milliseconds since the epoch. */
  now(): number;
  /** 0..1 */
  random(): number;
  limits?: BatchLimits;
}

export type ShipFailure =
  | 'unreachable'
  | 'throttled'
  /** The device's token is not accepted and was forgotten: enrol again. */
  | 'unauthorised'
  /** The device was shut out. Token and records stay, for when it is let in again. */
  | 'revoked'
  /** The certificate of the device's key lets nothing in. */
  | CertificateRefusal
  /** The endpoint refuses the batch as a whole. */
  | 'refused'
  /** An answer that does not fit the wire. */
  | 'bad_response'
  /** Everything was taken but the receipt covers nothing new. */
  | 'not_advancing';

export type ShipResult =
  | { ok: true; state: 'idle' | 'busy' | 'not_enrolled' }
  | { ok: true; state: 'waiting'; until: number }
  | { ok: true; state: 'shipped'; acknowledged: number; rejected: number; more: boolean }
  | { ok: false; code: ShipFailure; until: number }
  | { ok: false; code: 'receipt_invalid'; detail: ReceiptFault; until: number };

const TIMEOUT_MS = 30_000;
/** Longer than any call can take, so that a lease never runs out under a living worker. */
const LEASE_MS = 4 * TIMEOUT_MS;

interface Shipment {
  ports: ShipPorts;
  enrolment: MetaValue<'enrolment'>;
  kid: string;
  chain: string;
  rows: RecordRow[];
  more: boolean;
}

/** Send one batch. Rejects only when the database does. */
export async function ship(ports: ShipPorts): Promise<ShipResult> {
  const { db } = ports;
  const now = ports.now();
  const [identity, enrolment, backoff] = await Promise.all([
    db.identity.get('device'),
    readMeta(db, 'enrolment'),
    readMeta(db, 'backoff.records'),
  ]);
  if (identity === undefined || enrolment?.device !== identity.device) return { ok: true, state: 'not_enrolled' };
  // A wait that lies further ahead than any we would set was set by a clock that has gone back since.
  if (backoff !== null && backoff.until > now && backoff.until <= now + backoffMs(99, 1, Number.MAX_SAFE_INTEGER)) {
    return { ok: true, state: 'waiting', until: backoff.until };
  }
  const limits = ports.limits ?? BATCH_LIMITS;
  const claim = await claimBatch(db, identity.chain, { now, leaseUntil: now + LEASE_MS, limits });
  if (claim.kind === 'empty') return { ok: true, state: 'idle' };
  if (claim.kind === 'busy') return { ok: true, state: 'busy' };
  const { chain, kid } = identity;
  const shipment = { ports, enrolment, kid, chain, rows: claim.rows, more: claim.more };
  const answer = await post(shipment);
  return settle(shipment, answer);
}

async function post({ ports, enrolment, kid, rows }: Shipment): Promise<NetResult> {
  const url = endpointUrl(enrolment.endpoint, '/v1/records');
  if (url === null) return { ok: false, code: 'unreachable' };
  const body = await gzip(rows.map((row) => `${shippedLine(row)}\n`).join(''));
  return ports.net({
    method: 'POST',
    url,
    headers: {
      authorization: `Bearer ${enrolment.deviceToken}`,
      'content-type': 'application/x-ndjson',
      'content-encoding': 'gzip',
      ...(await certificateHeader(ports.db, { kid })),
    },
    body,
    timeoutMs: TIMEOUT_MS,
  });
}

async function settle(shipment: Shipment, answer: NetResult): Promise<ShipResult> {
  if (!answer.ok) return giveBack(shipment, 'unreachable', null);
  const { status } = answer;
  if (status === 429 || status === 503) {
    return giveBack(shipment, 'throttled', retryAfterMs(answer.header('retry-after'), shipment.ports.now()));
  }
  if (isRevoked(answer)) return giveBack(shipment, 'revoked', null);
  const refusal = certificateRefusal(answer);
  if (refusal !== null) {
    await heedRefusal(shipment.ports.db, refusal);
    return giveBack(shipment, refusal, null);
  }
  if (status === 401 || status === 403) {
    await clearMeta(shipment.ports.db, 'enrolment');
    return giveBack(shipment, 'unauthorised', null);
  }
  if (status >= 500) return giveBack(shipment, 'unreachable', null);
  if (status !== 200) return giveBack(shipment, 'refused', null);
  const parsed = parseAnswer(ingestResponse, answer.text);
  const lines = shipment.rows.length;
  const fits = parsed?.rejected.every(({ line }) => line >= 0 && line < lines) === true;
  if (parsed === null || !fits) return giveBack(shipment, 'bad_response', null);
  return settleAccepted(shipment, parsed);
}

async function settleAccepted(shipment: Shipment, response: IngestResponse): Promise<ShipResult> {
  const { db } = shipment.ports;
  const { receipt } = response;
  const rejections = new Map(response.rejected.map(({ line, code }) => [line, code]));
  // A chain of which nothing could be taken has no receipt yet. In every other case there must be a good one.
  const nothingHeld = receipt === null && rejections.size === shipment.rows.length;
  const fault = nothingHeld ? null : await checkReceipt(shipment, receipt);
  if (fault !== null) {
    if (fault === 'behind' || fault === 'missing') await stepBack(shipment, receipt);
    const { until } = await giveBack(shipment, 'refused', null);
    return { ok: false, code: 'receipt_invalid', detail: fault, until };
  }
  const now = shipment.ports.now();
  const held = receipt?.body.seq ?? 0;
  const taken = shipment.rows.filter((_, line) => !rejections.has(line));
  const covered = taken.filter(({ seq }) => seq <= held);
  const hash = receipt === null ? null : await receiptHash(receipt);
  await db.transaction('rw', db.records, db.receipts, db.meta, async () => {
    await setState(db, covered, { state: 'acknowledged', leaseUntil: 0, settledAt: now });
    for (const [line, rejection] of rejections) {
      await setState(db, [shipment.rows[line]!], { state: 'rejected', leaseUntil: 0, settledAt: now, rejection });
    }
    await setState(
      db,
      taken.filter(({ seq }) => seq > held),
      { state: 'queued', leaseUntil: 0 },
    );
    if (receipt !== null && hash !== null) {
      await db.receipts.put({ chain: receipt.body.chain, seq: held, hash, receipt });
      await writeMeta(db, 'receipt', { hash, receipt });
    }
    await writeMeta(db, 'clock', { skewMs: now - response.serverTime, measuredAt: now });
  });
  if (covered.length + rejections.size === 0) return fail(shipment, 'not_advancing', null);
  await clearMeta(db, 'backoff.records');
  const more = shipment.more || covered.length < taken.length;
  return { ok: true, state: 'shipped', acknowledged: covered.length, rejected: rejections.size, more };
}

/**
 * An endpoint that was restored from a copy holds less than it acknowledged. Whether or not that is why, what it lacks
 * goes again: a record that it has after all is a duplicate there. Its own earlier receipts stay as evidence.
 */
async function stepBack({ ports: { db }, chain }: Shipment, receipt: Receipt | null): Promise<void> {
  const hash = receipt === null ? null : await receiptHash(receipt);
  await db.transaction('rw', db.records, db.meta, async () => {
    const known = await readMeta(db, 'receipt');
    if (known?.receipt.body.chain !== chain) return;
    if (receipt === null || hash === null) {
      await requeueAfter(db, chain, 0);
      return clearMeta(db, 'receipt');
    }
    const { seq, head } = receipt.body;
    if ((await db.records.get([chain, seq]))?.hash !== head) return;
    await requeueAfter(db, chain, seq);
    await writeMeta(db, 'receipt', { hash, receipt });
  });
}

async function checkReceipt(
  { ports, enrolment, chain }: Shipment,
  given: Receipt | null,
): Promise<ReceiptFault | null> {
  const { db } = ports;
  const known = await readMeta(db, 'receipt');
  return receiptFault(given, {
    serverKey: enrolment.serverKey,
    tenant: enrolment.tenant,
    chain,
    lastSeq: (await lastRow(db, chain))?.seq ?? 0,
    acknowledgedSeq: known?.receipt.body.chain === chain ? known.receipt.body.seq : 0,
    async ownRecord(seq) {
      const row = await db.records.get([chain, seq]);
      if (row !== undefined) return { hash: row.hash, epoch: epochOf(row) };
      const { body } = known?.receipt ?? {};
      return body?.chain === chain && body.seq === seq ? { hash: body.head, epoch: body.epoch } : null;
    },
  });
}

function epochOf(row: RecordRow): number {
  return record.parse(JSON.parse(row.text)).epoch;
}

async function giveBack(shipment: Shipment, code: ShipFailure, askedMs: number | null) {
  await releaseBatch(shipment.ports.db, shipment.rows);
  return fail(shipment, code, askedMs);
}

async function fail({ ports }: Shipment, code: ShipFailure, askedMs: number | null) {
  const failures = ((await readMeta(ports.db, 'backoff.records'))?.failures ?? 0) + 1;
  const until = ports.now() + backoffMs(failures, ports.random(), askedMs);
  await writeMeta(ports.db, 'backoff.records', { failures, until });
  return { ok: false as const, code, until };
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
