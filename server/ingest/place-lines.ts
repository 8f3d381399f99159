/**
 * Beside what is already held: is a checked record new, known, or in the place of another; and does it continue the one
 * before it. Runs inside the batch's transaction, with the chain held.
 */
import { type Head, headOf, linkFault, type OpenedRecord } from '../../lib/records/chain.ts';
import type { SluiceRecord } from '../../lib/records/record.ts';
import { holdChain, orphansAt, recordsAt, setLink, takenIds } from '../store/records.ts';
import type { Database, Db, Link } from '../store/schema.ts';
import type { CheckedLine, LineFault, RejectedLine } from './check-line.ts';

export interface Placed {
  chain: Database['chains'];
  fresh: { checked: CheckedLine; link: Link }[];
  duplicates: number;
  rejected: RejectedLine[];
  /** Records that came earlier, whose predecessor is among the fresh ones, and how they turned out to hang on it. */
  adopted: { opened: OpenedRecord; link: Link }[];
}

/** Place the lines of one chain, in the order they came. */
export async function placeLines(trx: Db, lines: CheckedLine[], tenant: string, device: string): Promise<Placed> {
  const chainId = lines[0]!.opened.record.chain;
  const chain = await holdChain(trx, tenant, chainId, device);
  const placed: Placed = { chain, fresh: [], duplicates: 0, rejected: [], adopted: [] };
  const reject = ({ line, raw, opened }: CheckedLine, code: LineFault) =>
    placed.rejected.push({ line, code, raw, claim: { chain: chainId, seq: opened.record.seq } });
  if (chain.device !== device) {
    for (const line of lines) reject(line, 'foreign_chain');
    return placed;
  }

  const seqs = lines.flatMap(({ opened }) => [opened.record.seq - 1, opened.record.seq]);
  const heads = await headsAt(trx, tenant, chainId, [...new Set(seqs)]);
  const ids = await takenIds(
    trx,
    tenant,
    lines.map(({ opened }) => opened.record.id),
  );
  const accepted: CheckedLine[] = [];
  for (const line of lines) {
    const { record, hash } = line.opened;
    const held = heads.get(record.seq);
    if (held?.hash === hash) placed.duplicates++;
    else if (held !== undefined) reject(line, 'fork');
    else if (ids.has(record.id)) reject(line, 'id_reused');
    else {
      heads.set(record.seq, headOf(line.opened));
      ids.add(record.id);
      accepted.push(line);
    }
  }
  placed.fresh = accepted.map((checked) => ({ checked, link: linkOf(heads, checked.opened) }));
  placed.adopted = await adoptOrphans(trx, chain, heads, accepted);
  return placed;
}

async function headsAt(trx: Db, tenant: string, chain: string, seqs: number[]): Promise<Map<number, Head>> {
  const held = await recordsAt(trx, tenant, chain, seqs);
  return new Map([...held].map(([seq, { hash, epoch, kid }]) => [seq, { chain, seq, hash, epoch, kid }]));
}

function linkOf(heads: Map<number, Head>, opened: OpenedRecord): Link {
  const { seq } = opened.record;
  const before = heads.get(seq - 1) ?? null;
  if (before === null && seq > 1) return 'missing';
  return linkFault(before, opened) === null ? 'linked' : 'broken';
}

async function adoptOrphans(
  trx: Db,
  { tenant, chain }: Database['chains'],
  heads: Map<number, Head>,
  accepted: CheckedLine[],
): Promise<Placed['adopted']> {
  const after = accepted.map(({ opened }) => opened.record.seq + 1);
  const orphans = after.length === 0 ? [] : await orphansAt(trx, tenant, chain, after);
  const adopted: Placed['adopted'] = [];
  for (const { seq, body, hash, kid } of orphans) {
    // It was parsed when it came, and has not changed since.
    const opened = { record: JSON.parse(body) as SluiceRecord, hash, kid };
    const link = linkOf(heads, opened);
    await setLink(trx, tenant, chain, seq, link);
    adopted.push({ opened, link });
  }
  return adopted;
}
