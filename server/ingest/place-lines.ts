/**
 * Beside what is already held: is a checked record new, known, or in the place of another; and does it continue the one
 * before it. Pure: what is held was read, with the chain held, by whoever asks.
 */
import { type Head, headOf, linkFault, type OpenedRecord } from '../../lib/records/chain.ts';
import type { SluiceRecord } from '../../lib/records/record.ts';
import type { ChainRow } from '../store/chains.ts';
import type { HeldRecord } from '../store/records.ts';
import type { Link } from '../store/schema.ts';
import type { CheckedLine, LineFault, RejectedLine } from './check-line.ts';

/** A line and the batch it came in: several batches are placed together. */
export interface SentLine {
  batch: number;
  device: string;
  checked: CheckedLine;
}

export interface Placed {
  chain: ChainRow;
  fresh: { batch: number; checked: CheckedLine; link: Link }[];
  /** The batch of each record that is held already. */
  duplicates: number[];
  rejected: { batch: number; line: RejectedLine }[];
  /** Records that came earlier, whose predecessor is among the fresh ones, and how they turned out to hang on it. */
  adopted: { opened: OpenedRecord; link: Link }[];
}

/** The places that have to be looked at before lines are placed: beyond the chain's last record nothing is held. */
export function placesToRead({ chain, last_seq }: ChainRow, lines: readonly SentLine[]) {
  const seqs = lines.flatMap(({ checked: { opened } }) => {
    const { seq } = opened.record;
    return [seq - 1, seq, seq + 1];
  });
  return [...new Set(seqs)].filter((seq) => seq > 0 && seq <= last_seq).map((seq) => ({ chain, seq }));
}

/**
 * Place the lines of one chain, in the order they came.
 * @param ids Ids that are taken in the tenant; those of fresh records are added.
 * @param erased Numbers whose records were held once, and are not taken again.
 */
export function placeLines(
  chain: ChainRow,
  held: readonly HeldRecord[],
  ids: Set<string>,
  lines: readonly SentLine[],
  erased: ReadonlySet<number> = new Set(),
): Placed {
  const placed: Placed = { chain, fresh: [], duplicates: [], rejected: [], adopted: [] };
  const heads = new Map<number, Head>(held.map(({ link: _, body: __, ...head }) => [head.seq, head]));
  const accepted: SentLine[] = [];
  const reject = ({ batch, checked: { line, raw, opened } }: SentLine, code: LineFault) =>
    placed.rejected.push({
      batch,
      line: { line, code, raw, claim: { chain: chain.chain, seq: opened.record.seq } },
    });
  for (const line of lines) {
    const { record, hash } = line.checked.opened;
    const known = heads.get(record.seq);
    if (line.device !== chain.device) reject(line, 'foreign_chain');
    else if (erased.has(record.seq) || known?.hash === hash) placed.duplicates.push(line.batch);
    else if (known !== undefined) reject(line, 'fork');
    else if (ids.has(record.id)) reject(line, 'id_reused');
    else {
      heads.set(record.seq, headOf(line.checked.opened));
      ids.add(record.id);
      accepted.push(line);
    }
  }
  placed.fresh = accepted.map(({ batch, checked }) => ({ batch, checked, link: linkOf(heads, checked.opened) }));
  const filled = new Set(accepted.map(({ checked }) => checked.opened.record.seq));
  placed.adopted = held
    .filter(({ seq, link }) => link === 'missing' && filled.has(seq - 1))
    .map(({ body, hash, kid }) => {
      // It was parsed when it came, and has not changed since.
      const opened = { record: JSON.parse(body!) as SluiceRecord, hash, kid };
      return { opened, link: linkOf(heads, opened) };
    });
  return placed;
}

/**
 * The chain with what was placed at its end. It stops at the first number that is not among the fresh ones: whether that
 * is a hole, only the store can say.
 */
export function grown({ chain, fresh }: Placed): ChainRow {
  const bySeq = new Map(fresh.map(({ checked: { opened } }) => [opened.record.seq, opened]));
  let last: OpenedRecord | undefined;
  let end = chain.contiguous_seq;
  for (let next = bySeq.get(end + 1); next !== undefined; next = bySeq.get(end + 1)) {
    last = next;
    end += 1;
  }
  const last_seq = Math.max(chain.last_seq, ...bySeq.keys());
  if (last === undefined) return { ...chain, last_seq };
  return { ...chain, contiguous_seq: end, head: last.hash, head_epoch: last.record.epoch, last_seq };
}

function linkOf(heads: ReadonlyMap<number, Head>, opened: OpenedRecord): Link {
  const { seq } = opened.record;
  const before = heads.get(seq - 1) ?? null;
  if (before === null && seq > 1) return 'missing';
  return linkFault(before, opened) === null ? 'linked' : 'broken';
}
