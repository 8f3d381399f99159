/**
 * Reading records back: is one record what its device signed, and do many of them form one chain without a hole.
 * Used by the endpoint on arrival, by the browser on its own records and by the evidence verifier.
 */
import { sha256Hex } from '../policy/compile.ts';
import { type ShippedRecord, shippedRecord } from '../sync/api.ts';
import { parseCanonical } from './canonical.ts';
import { record, type SluiceRecord } from './record.ts';
import { GENESIS } from './record-fields.ts';
import { verify } from './sign.ts';

/** Why one record cannot be believed. */
export type RecordFault = 'bad_line' | 'not_canonical' | 'bad_schema' | 'unknown_key' | 'bad_signature';
/** Why a record does not continue the chain before it. */
export type LinkFault =
  | 'wrong_chain'
  | 'duplicate'
  | 'fork'
  | 'regress'
  | 'seq_gap'
  | 'prev_mismatch'
  | 'epoch_regress'
  | 'epoch_unannounced'
  | 'key_changed'
  | 'key_retired';
export type ChainFaultCode = RecordFault | LinkFault;

export interface OpenedRecord {
  record: SluiceRecord;
  /** SHA-256 (hex) of the record's bytes. */
  hash: string;
  kid: string;
}
export type Opened = ({ ok: true } & OpenedRecord) | { ok: false; code: RecordFault };

/** A record that can be read. Nobody has looked at its signature yet. */
export interface ReadRecord {
  record: SluiceRecord;
  /** The canonical text, whose UTF-8 bytes are signed. */
  text: string;
  kid: string;
  /** Ed25519, base64url; not decoded yet. */
  sig: string;
}

/** The end of a chain as far as it is known. */
export interface Head {
  chain: string;
  epoch: number;
  seq: number;
  hash: string;
  kid: string;
  /** The key id that a `key_rotated` at this end hands over to. */
  successor?: string | null | undefined;
}

export interface ChainFault {
  code: ChainFaultCode;
  /** Zero-based position in what was given. */
  index: number;
  /** Null when the record could not be read. */
  seq: number | null;
}

export interface ChainReport {
  ok: boolean;
  faults: ChainFault[];
  records: OpenedRecord[];
  /** First sequence number seen: above 1 the beginning of the chain is not among these records. */
  from: number | null;
  head: Head | null;
  /** Sequence numbers that the endpoint refused for good and that the chain goes on past. */
  refused: number[];
  /** How many were erased at the endpoint, between those that are there. */
  erased: number;
  /** Sequence numbers whose device clock stands before that of their predecessor. No fault: clocks are set. */
  clockWentBack: number[];
}

/** Public key (raw, base64url) for a device and key id, or null when there is none. */
export type KeyOf = (device: string, kid: string) => string | null;

/**
 * What excuses a hole: whether all numbers from `first` to `last` are known to be refused or erased, and the hash of the last is
 * the one that the record behind the hole names.
 */
export type Excuse = (first: number, last: number, prev: string) => { refused: number[]; erased: number } | null;

const encoder = new TextEncoder();

/** What the schemas say of a value, or whoever says the same sooner. */
export interface RecordChecks {
  isShipped(value: unknown): value is ShippedRecord;
  isRecord(value: unknown): value is SluiceRecord;
}

const BY_SCHEMA: RecordChecks = {
  isShipped: (value): value is ShippedRecord => shippedRecord.safeParse(value).success,
  isRecord: (value): value is SluiceRecord => record.safeParse(value).success,
};

/** Read one record, without its signature: shape of the line, canonical bytes, schema. */
export function readRecord(
  line: unknown,
  { isShipped, isRecord }: RecordChecks = BY_SCHEMA,
): ({ ok: true } & ReadRecord) | { ok: false; code: RecordFault } {
  if (!isShipped(line)) return { ok: false, code: 'bad_line' };
  const { record: text, kid, sig } = line;
  const canonical = parseCanonical(text);
  if (!canonical.ok) return { ok: false, code: 'not_canonical' };
  if (!isRecord(canonical.value)) return { ok: false, code: 'bad_schema' };
  return { ok: true, record: canonical.value, text, kid, sig };
}

/** Read and check one record: as `readRecord`, and the signature by the key `keyOf` names. */
export async function openRecord(line: unknown, keyOf: KeyOf): Promise<Opened> {
  const read = readRecord(line);
  if (!read.ok) return read;
  const { record: found, text, kid, sig } = read;
  const key = keyOf(found.device, kid);
  if (key === null) return { ok: false, code: 'unknown_key' };
  const bytes = encoder.encode(text);
  if (!(await verify(key, sig, bytes))) return { ok: false, code: 'bad_signature' };
  return { ok: true, record: found, hash: await sha256Hex(bytes), kid };
}

/** What keeps `next` from being the direct continuation of `head` (null: the start of a chain); null when nothing does. */
export function linkFault(head: Head | null, next: OpenedRecord): LinkFault | null {
  const { chain, seq, prev } = next.record;
  if (head === null) return seq !== 1 ? 'seq_gap' : prev === GENESIS ? null : 'prev_mismatch';
  if (chain !== head.chain) return 'wrong_chain';
  if (seq <= head.seq) return seq === head.seq ? (next.hash === head.hash ? 'duplicate' : 'fork') : 'regress';
  if (seq > head.seq + 1) return 'seq_gap';
  if (prev !== head.hash) return 'prev_mismatch';
  return epochFault(head, next);
}

/** The head after `next`. */
export function headOf({ record, hash, kid }: OpenedRecord): Head {
  const { chain, epoch, seq } = record;
  return { chain, epoch, seq, hash, kid, successor: record.kind === 'key_rotated' ? record.kid : null };
}

/**
 * Check records of one chain in the order given.
 * @param start The known end before the first of them; without it they may begin anywhere (`from` says where).
 * @param excuse Of holes: records that are not among them because the endpoint could not take them, or has erased them. Such
 *   a hole is no fault when the signed record behind it names the hash of the last of them.
 */
export async function verifyChain(
  lines: readonly ShippedRecord[],
  keyOf: KeyOf,
  start: Head | null = null,
  excuse: Excuse = () => null,
): Promise<ChainReport> {
  const report: ChainReport = {
    ok: true,
    faults: [],
    records: [],
    from: null,
    head: start,
    refused: [],
    erased: 0,
    clockWentBack: [],
  };
  const hashes = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    const opened = await openRecord(line, keyOf);
    if (!opened.ok) {
      report.faults.push({ code: opened.code, index, seq: null });
      continue;
    }
    const { seq } = opened.record;
    const begins = report.head === null && seq > 1;
    const hole = begins ? null : excusedHole(report.head, opened, excuse);
    report.refused.push(...(hole?.refused ?? []));
    report.erased += hole?.erased ?? 0;
    const link = begins || hole !== null ? null : linkFault(report.head, opened);
    const fault = link === 'regress' || link === 'fork' ? repeatFault(hashes.get(seq), opened.hash) : link;
    if (fault !== null) report.faults.push({ code: fault, index, seq });
    report.from ??= seq;
    if (fault === null || fault === 'seq_gap' || fault === 'prev_mismatch') {
      const before = report.records.at(-1)?.record.ts;
      if (before !== undefined && opened.record.ts < before) report.clockWentBack.push(seq);
      report.head = headOf(opened);
      report.records.push(opened);
      hashes.set(seq, opened.hash);
    }
  }
  report.ok = report.faults.length === 0;
  return report;
}

/** What is known of the numbers between head and `next`; null when there are none, or nothing excuses them. */
function excusedHole(head: Head | null, next: OpenedRecord, excuse: Excuse): ReturnType<Excuse> {
  const { chain, epoch, seq, prev } = next.record;
  if (head === null || chain !== head.chain || epoch !== head.epoch || next.kid !== head.kid) return null;
  return seq <= head.seq + 1 ? null : excuse(head.seq + 1, seq - 1, prev);
}

function repeatFault(seen: string | undefined, hash: string): LinkFault {
  if (seen === undefined) return 'regress';
  return seen === hash ? 'duplicate' : 'fork';
}

function epochFault(head: Head, next: OpenedRecord): LinkFault | null {
  const { record: found, kid } = next;
  if (found.epoch < head.epoch) return 'epoch_regress';
  const successor = head.successor ?? null;
  if (found.epoch === head.epoch) {
    if (successor !== null) return 'key_retired';
    return kid === head.kid ? null : 'key_changed';
  }
  const isNamed = successor === null ? found.kind === 'enrolled' && found.kid === kid : successor === kid;
  const announced = found.epoch === head.epoch + 1 && isNamed;
  return announced ? null : 'epoch_unannounced';
}
