/**
 * Takes checked batches of one tenant into the store, in the transaction it is given: records, all that is derived from
 * them, and receipts. Everything is read first and written last, with one statement for each table however many batches
 * there are.
 */
import { hash } from 'node:crypto';
import { fromBase64 } from '../../lib/policy/base64.ts';
import { toCanonical } from '../../lib/records/canonical.ts';
import { keyId } from '../../lib/records/sign.ts';
import { signBody } from '../../lib/records/signed-body.ts';
import type { IngestResponse, Receipt } from '../../lib/sync/api.ts';
import { certify } from '../store/certificates.ts';
import {
  type ChainRow,
  chainOfDevice,
  holdChains,
  insertReceipts,
  reachOf,
  receiptsOf,
  saveChains,
} from '../store/chains.ts';
import { type Device, markSeen, rotateKey } from '../store/enrolment.ts';
import { erasedAt } from '../store/erased-runs.ts';
import { openIncidents, resolveIncident } from '../store/incidents.ts';
import { insertRecords, keepDeadLetters, type RecordRow, recordsAt, setLinks, takenIds } from '../store/records.ts';
import type { Db } from '../store/schema.ts';
import { type CheckedLine, LINE_FAULTS, type RejectedLine } from './check-line.ts';
import { incidentOfLink, incidentOfRecord, incidentOfRejection, linkCause } from './incident-causes.ts';
import { grown, type Placed, placeLines, placesToRead, type SentLine } from './place-lines.ts';
import { project } from './project.ts';
import type { Signer } from './signer.ts';

/** What a device sent, each line checked by itself. */
export interface CheckedBatch {
  device: Device;
  good: CheckedLine[];
  bad: RejectedLine[];
}

export interface Taken {
  /** One for each batch, in their order. */
  responses: IngestResponse[];
  /** For those who watch: ids of decisions and incidents that are new or changed. */
  decisions: string[];
  incidents: string[];
}

export interface TakePorts {
  trx: Db;
  tenant: string;
  signer: Signer;
  /** Milliseconds since the epoch. */
  at: number;
  /**
   * Whether ids are looked up before records are written. An id that another record has is refused by the database
   * anyway, and no healthy device sends one: so they are looked up only once it has.
   */
  lookForIds: boolean;
}

export async function takeBatches(ports: TakePorts, batches: readonly CheckedBatch[]): Promise<Taken> {
  const { trx, tenant, at } = ports;
  const placed = await place(ports, batches);
  const fresh = placed.flatMap((chain) => chain.fresh);
  const rejected = batches.map(({ bad }, index) => [
    ...bad,
    ...placed.flatMap((chain) => chain.rejected.flatMap(({ batch, line }) => (batch === index ? [line] : []))),
  ]);
  for (const lines of rejected) lines.sort((a, b) => a.line - b.line);

  const recordRows = fresh.map(({ checked, link }) => recordRow(checked, link, at));
  await insertRecords(trx, recordRows);
  await setLinks(
    trx,
    tenant,
    placed.flatMap(({ adopted }) => adopted.map(({ opened, link }) => ({ ...placeOf(opened.record), link }))),
  );
  for (const [index, { device }] of batches.entries()) {
    await keepDeadLetters(
      trx,
      { tenant, device: device.device, receivedAt: at },
      rejected[index]!.map(({ code, raw, claim }) => ({ code, message: LINE_FAULTS[code], line: raw, claim })),
    );
  }
  const opened = fresh.map(({ checked }) => checked.opened);
  await rotateKeys(ports, fresh);
  const decisions = await project(trx, tenant, opened, at);
  const incidents = await raise(ports, batches, placed, rejected);
  const receipts = await advance(ports, batches, placed);
  return {
    decisions,
    incidents,
    responses: batches.map((_, index) => ({
      accepted: fresh.reduce((sum, { batch }) => sum + (batch === index ? 1 : 0), 0),
      duplicates: placed.reduce((sum, { duplicates }) => sum + duplicates.filter((of) => of === index).length, 0),
      rejected: rejected[index]!.map(({ line, code }) => ({ line, code, message: LINE_FAULTS[code] })),
      receipt: receipts[index]!,
      serverTime: at,
    })),
  };
}

/** Find the place of every line, chain by chain. The chains are held from now on. */
async function place({ trx, tenant, lookForIds }: TakePorts, batches: readonly CheckedBatch[]): Promise<Placed[]> {
  const byChain = new Map<string, SentLine[]>();
  for (const [batch, { device, good }] of batches.entries()) {
    for (const checked of good) {
      const { chain } = checked.opened.record;
      const lines = byChain.get(chain);
      const line = { batch, device: device.device, checked };
      if (lines === undefined) byChain.set(chain, [line]);
      else lines.push(line);
    }
  }
  const wanted = [...byChain].map(([chain, lines]) => ({ chain, device: lines[0]!.device }));
  const chains = await holdChains(trx, tenant, wanted);
  const places = [...byChain].flatMap(([chain, lines]) => placesToRead(chains.get(chain)!, lines));
  const held = Map.groupBy(await recordsAt(trx, tenant, places), ({ chain }) => chain);
  const ids = lookForIds ? batches.flatMap(({ good }) => good.map(({ opened }) => opened.record.id)) : [];
  const taken = await takenIds(trx, tenant, ids);
  const gone = await erasedAt(trx, tenant, absent(places, [...held.values()].flat()));
  const erased = Map.groupBy(gone, ({ chain }) => chain);
  return [...byChain].map(([chain, lines]) => {
    const numbers = new Set(erased.get(chain)?.map(({ seq }) => seq));
    return placeLines(chains.get(chain)!, held.get(chain) ?? [], taken, lines, numbers);
  });
}

/** Places at which nothing is held. */
function absent(places: readonly { chain: string; seq: number }[], held: readonly { chain: string; seq: number }[]) {
  const known = new Set(held.map(({ chain, seq }) => `${chain}/${seq}`));
  return places.filter(({ chain, seq }) => !known.has(`${chain}/${seq}`));
}

/** A device that signed over to another key, in its place of the chain, is known and certified by that key from now on. */
async function rotateKeys({ trx, signer, at }: TakePorts, fresh: Placed['fresh']): Promise<void> {
  for (const { checked, link } of fresh) {
    const { record, kid } = checked.opened;
    if (record.kind !== 'key_rotated' || link === 'broken') continue;
    const raw = fromBase64(record.public_key);
    if (raw?.length !== 32 || record.kid !== (await keyId(raw))) continue;
    const next = { kid: record.kid, publicKey: record.public_key };
    const { tenant, device } = record;
    if (!(await rotateKey(trx, { tenant, device, kid }, next))) continue;
    await certify(trx, signer, { tenant, device, kid: next.kid, public_key: next.publicKey }, at, 'previous_key');
  }
}

function recordRow({ opened, body, sig }: CheckedLine, link: RecordRow['link'], at: number): RecordRow {
  const { tenant, chain, seq, id, kind, device, epoch, ts, prev } = opened.record;
  return {
    tenant,
    chain,
    seq,
    id,
    kind,
    device,
    epoch,
    ts,
    received_at: at,
    hash: opened.hash,
    prev,
    link,
    body,
    kid: opened.kid,
    sig,
  };
}

const placeOf = ({ chain, seq }: { chain: string; seq: number }) => ({ chain, seq });

async function raise(
  { trx, tenant, at }: TakePorts,
  batches: readonly CheckedBatch[],
  placed: readonly Placed[],
  rejected: readonly RejectedLine[][],
): Promise<string[]> {
  const links = placed.flatMap(({ fresh, adopted }) => [
    ...fresh.map(({ checked, link }) => ({ opened: checked.opened, link })),
    ...adopted,
  ]);
  const causes = [
    ...placed.flatMap(({ fresh }) => fresh.map(({ checked }) => incidentOfRecord(checked.opened))),
    ...links.map(({ opened, link }) => (link === 'missing' ? incidentOfLink(opened, 'gap') : null)),
    ...links.map(({ opened, link }) => (link === 'broken' ? incidentOfLink(opened, 'chain_break') : null)),
    ...rejected.flatMap((lines, index) =>
      lines.map((line) => incidentOfRejection(line, batches[index]!.device.device, hash('sha256', line.raw))),
    ),
  ];
  const changed = await openIncidents(
    trx,
    tenant,
    causes.filter((cause) => cause !== null),
    at,
  );
  for (const { opened } of placed.flatMap(({ adopted }) => adopted)) {
    const { chain, seq } = opened.record;
    const resolved = await resolveIncident(trx, tenant, linkCause('gap', chain, seq), at);
    if (resolved !== null) changed.push(resolved);
  }
  return changed;
}

/** Move the ends of the chains, and answer each batch's receipt. */
async function advance(
  { trx, tenant, signer, at }: TakePorts,
  batches: readonly CheckedBatch[],
  placed: readonly Placed[],
): Promise<(Receipt | null)[]> {
  const ends = new Map<string, ChainRow>();
  const moved: ChainRow[] = [];
  for (const each of placed) {
    const near = grown(each);
    const end = near.contiguous_seq < near.last_seq ? await reachOf(trx, near) : near;
    ends.set(end.chain, end);
    if (end.last_seq > each.chain.last_seq || end.contiguous_seq > each.chain.contiguous_seq) moved.push(end);
  }
  await saveChains(trx, tenant, moved);
  await markSeen(
    trx,
    tenant,
    batches.map(({ device }) => device.device),
    at,
  );
  const answered = await Promise.all(
    batches.map(async ({ device, good }) => {
      // The chain of the last good line is the one its device is writing.
      const own = good.findLast(({ opened }) => ends.get(opened.record.chain)?.device === device.device);
      return own ? ends.get(own.opened.record.chain)! : await chainOfDevice(trx, tenant, device.device);
    }),
  );
  const told = await receiptsFor(
    { trx, tenant, signer, at },
    answered.filter((chain) => chain !== null),
  );
  return answered.map((chain) => (chain === null ? null : (told.get(chain.chain) ?? null)));
}

/** A receipt for the end of each chain: the one that was given before, or a new one. None for a chain without an end. */
async function receiptsFor({ trx, tenant, signer, at }: Omit<TakePorts, 'lookForIds'>, chains: readonly ChainRow[]) {
  const byId = new Map(chains.filter(({ head }) => head !== null).map((chain) => [chain.chain, chain]));
  const given = await receiptsOf(trx, tenant, [...byId.values()]);
  const made = await Promise.all(
    [...byId.values()]
      .filter(({ chain }) => !given.has(chain))
      .map(async ({ chain, contiguous_seq: seq, head, head_epoch: epoch }) => {
        const receipt = await signBody(signer, {
          v: 1,
          tenant,
          chain,
          epoch: epoch!,
          seq,
          head: head!,
          ts: at,
        });
        const canonical = toCanonical(receipt);
        if (!canonical.ok) throw new Error(`a receipt without a canonical form: ${canonical.code}`);
        return { tenant, chain, seq, receipt: canonical.text };
      }),
  );
  await insertReceipts(trx, made);
  for (const { chain, receipt } of made) given.set(chain, receipt);
  return new Map([...given].map(([chain, text]) => [chain, JSON.parse(text) as Receipt]));
}
