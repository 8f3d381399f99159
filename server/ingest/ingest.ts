/**
 * Takes a batch of records into the store, in one transaction: either all of it is there, with everything derived from
 * it, or nothing is, and the device sends it again. A bad line never keeps a good one out. Sending a batch twice changes
 * nothing the second time and is answered with the same receipt.
 */
import { createHash } from 'node:crypto';
import { toCanonical } from '../../lib/records/canonical.ts';
import type { IngestResponse, Receipt } from '../../lib/sync/api.ts';
import {
  applyEffects,
  findDecisions,
  insertDecisions,
  insertEffects,
  type ListedDecision,
} from '../store/decisions.ts';
import { insertDiscovered } from '../store/discovered-sites.ts';
import type { Device } from '../store/enrolment.ts';
import { type IncidentRow, type NewIncident, openIncidents, resolveIncident } from '../store/incidents.ts';
import { isConflict } from '../store/open.ts';
import { advanceChain, chainOfDevice, insertRecords, keepDeadLetters, receiptFor } from '../store/records.ts';
import type { Database, Db } from '../store/schema.ts';
import { type CheckedLine, checkLine, LINE_FAULTS, type RejectedLine } from './check-line.ts';
import { incidentOfLink, incidentOfRecord, incidentOfRejection, linkCause } from './incident-causes.ts';
import { type Placed, placeLines } from './place-lines.ts';
import { decisionRow, discoveryRow, effectRow, isDecision, isDiscovery, isEffect } from './project.ts';
import { type Signer, signReceipt } from './signer.ts';

export interface IngestPorts {
  db: Db;
  signer: Signer;
  now(): number;
}

export interface Ingested {
  response: IngestResponse;
  /** For those who watch: rows that are new or changed. */
  decisions: ListedDecision[];
  incidents: IncidentRow[];
}

/** Another batch of the same device can be in the way; after this many times something else is wrong. */
const MAX_TRIES = 4;

/** Rejects only when the database does; then nothing was taken. */
export async function ingest(ports: IngestPorts, device: Device, lines: Uint8Array<ArrayBuffer>[]): Promise<Ingested> {
  const good: CheckedLine[] = [];
  const bad: RejectedLine[] = [];
  for (const [index, bytes] of lines.entries()) {
    const result = await checkLine(bytes, index, device);
    if (result.ok) good.push(result.checked);
    else bad.push(result.rejected);
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await ports.db.transaction().execute((trx) => take({ ...ports, db: trx }, device, good, bad));
    } catch (error) {
      if (!isConflict(error) || attempt === MAX_TRIES) throw error;
    }
  }
}

async function take(
  { db, signer, now }: IngestPorts,
  { tenant, device }: Device,
  good: CheckedLine[],
  bad: RejectedLine[],
): Promise<Ingested> {
  const at = now();
  await db
    .updateTable('devices')
    .set({ seen_at: at })
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .execute();

  const placed: Placed[] = [];
  // Always in the same order, so that two transactions never wait for each other.
  for (const chain of [...new Set(good.map(({ opened }) => opened.record.chain))].sort()) {
    const lines = good.filter(({ opened }) => opened.record.chain === chain);
    placed.push(await placeLines(db, lines, tenant, device));
  }
  const fresh = placed.flatMap((chain) => chain.fresh);
  const rejected = [...bad, ...placed.flatMap((chain) => chain.rejected)].sort((a, b) => a.line - b.line);
  await insertRecords(
    db,
    fresh.map(({ checked, link }) => recordRow(checked, link, at)),
  );
  await keepDeadLetters(
    db,
    { tenant, device, receivedAt: at },
    rejected.map(({ code, raw, claim }) => ({ code, message: LINE_FAULTS[code], line: raw, claim })),
  );
  const decisions = await project(db, tenant, fresh, at);
  const incidents = await raise(db, tenant, device, placed, rejected, at);

  const ends = new Map<string, Database['chains']>();
  for (const { chain } of placed.filter(({ chain }) => chain.device === device)) {
    ends.set(chain.chain, await advanceChain(db, chain));
  }
  const answered = lastOwnChain(good, ends) ?? (await chainOfDevice(db, tenant, device));
  return {
    response: {
      accepted: fresh.length,
      duplicates: placed.reduce((sum, { duplicates }) => sum + duplicates, 0),
      rejected: rejected.map(({ line, code }) => ({ line, code, message: LINE_FAULTS[code] })),
      receipt: answered === null ? null : await receipt(db, signer, answered, at),
      serverTime: at,
    },
    decisions,
    incidents,
  };
}

function recordRow({ opened, body, sig }: CheckedLine, link: Database['records']['link'], at: number) {
  const { tenant, chain, seq, id, kind, device, epoch, ts, prev } = opened.record;
  const { hash, kid } = opened;
  return { tenant, chain, seq, id, kind, device, epoch, ts, received_at: at, hash, prev, link, body, kid, sig };
}

async function project(db: Db, tenant: string, fresh: Placed['fresh'], at: number): Promise<ListedDecision[]> {
  const opened = fresh.map(({ checked }) => checked.opened);
  const decisions = opened.filter(isDecision).map((each) => decisionRow(each, at));
  const effects = opened.filter(isEffect).map(effectRow);
  await insertDecisions(db, decisions);
  await insertEffects(db, effects);
  await insertDiscovered(
    db,
    opened.filter(isDiscovery).map((each) => discoveryRow(each, at)),
  );
  const touched = [...new Set([...decisions.map(({ id }) => id), ...effects.map(({ decision }) => decision)])];
  await applyEffects(db, tenant, touched);
  return findDecisions(db, tenant, touched);
}

async function raise(
  db: Db,
  tenant: string,
  device: string,
  placed: Placed[],
  rejected: RejectedLine[],
  at: number,
): Promise<IncidentRow[]> {
  const links = placed.flatMap(({ fresh, adopted }) => [
    ...fresh.map(({ checked, link }) => ({ opened: checked.opened, link })),
    ...adopted,
  ]);
  const causes: (NewIncident | null)[] = [
    ...placed.flatMap(({ fresh }) => fresh.map(({ checked }) => incidentOfRecord(checked.opened))),
    ...links.map(({ opened, link }) => (link === 'missing' ? incidentOfLink(opened, 'gap') : null)),
    ...links.map(({ opened, link }) => (link === 'broken' ? incidentOfLink(opened, 'chain_break') : null)),
    ...rejected.map((line) => incidentOfRejection(line, device, createHash('sha256').update(line.raw).digest('hex'))),
  ];
  const changed = await openIncidents(
    db,
    tenant,
    causes.filter((cause) => cause !== null),
    at,
  );
  for (const { opened } of placed.flatMap(({ adopted }) => adopted)) {
    const { chain, seq } = opened.record;
    const resolved = await resolveIncident(db, tenant, linkCause('gap', chain, seq), at);
    if (resolved !== null) changed.push(resolved);
  }
  return changed;
}

/** The chain of the last good line, which is the one its device is writing. */
function lastOwnChain(good: CheckedLine[], ends: Map<string, Database['chains']>) {
  const own = good.map(({ opened }) => ends.get(opened.record.chain)).filter((chain) => chain !== undefined);
  return own.at(-1) ?? null;
}

async function receipt(db: Db, signer: Signer, chain: Database['chains'], at: number): Promise<Receipt | null> {
  const { tenant, contiguous_seq: seq, head, head_epoch: epoch } = chain;
  if (head === null || epoch === null) return null;
  const text = await receiptFor(db, chain, async () => {
    const made = await signReceipt(signer, { v: 1, tenant, chain: chain.chain, epoch, seq, head, ts: at });
    const canonical = toCanonical(made);
    if (!canonical.ok) throw new Error(`a receipt without a canonical form: ${canonical.code}`);
    return canonical.text;
  });
  return JSON.parse(text) as Receipt;
}
