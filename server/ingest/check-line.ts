/** One line of a batch: a record that its device signed, or the reason why it can never be taken. */
import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as z from 'zod';
import { fromBase64 } from '../../lib/policy/base64.ts';
import { type OpenedRecord, type RecordChecks, type RecordFault, readRecord } from '../../lib/records/chain.ts';
import { record, type SluiceRecord } from '../../lib/records/record.ts';
import { shippedRecord } from '../../lib/sync/api.ts';
import type { Device } from '../store/enrolment.ts';
import { KEY_BYTES } from './ed25519.ts';
import { fitsSchema } from './fits-schema.ts';
import { readSignature, type Signed } from './signature-batch.ts';
import { checkSignatures } from './signature-threads.ts';

/** Faults of the line itself, then those that show only beside what is already held. */
export type LineFault =
  | RecordFault
  | 'not_utf8'
  | 'wrong_tenant'
  | 'wrong_device'
  | 'foreign_chain'
  | 'fork'
  | 'id_reused';

export interface CheckedLine {
  /** Zero-based place in the batch. */
  line: number;
  opened: OpenedRecord;
  /** The canonical text, and the signature over its UTF-8. */
  body: string;
  sig: string;
  raw: Uint8Array;
}

export interface RejectedLine {
  line: number;
  code: LineFault;
  raw: Uint8Array;
  /** Where the line says it belongs, when it says so readably. Not proven. */
  claim: { chain: string; seq: number } | null;
}

/** Words for each code; they name no value of the line. */
export const LINE_FAULTS: Record<LineFault, string> = {
  not_utf8: 'the line is not UTF-8',
  bad_line: 'the line is not a shipped record (record, alg, kid, sig)',
  not_canonical: 'the record is not canonical JSON (RFC 8785)',
  bad_schema: 'the record does not fit the schema of its kind',
  wrong_tenant: 'the record belongs to another tenant than the device',
  wrong_device: 'the record belongs to another device than the one that sent it',
  unknown_key: 'the record is signed with a key that this device did not enrol',
  bad_signature: 'the signature does not fit the record',
  foreign_chain: 'the chain belongs to another device',
  fork: 'the chain has a different record with this sequence number; the first one stays',
  id_reused: 'another record has this id',
};

const claimSchema = z.object({ chain: z.uuid(), seq: z.int().min(1) });

const CHECKS: RecordChecks = { isShipped: fitsSchema(shippedRecord), isRecord: fitsSchema(record) };

/** So many lines of a batch are read before others get their turn; their signatures are checked meanwhile. */
const AT_ONCE = 64;

export interface CheckedLines {
  good: CheckedLine[];
  bad: RejectedLine[];
}

export interface ReadLines {
  /**
   * All lines, in their order, when nothing but their signatures can still be wrong; null when something else is, so that
   * what is refused, and why, is known only with the signatures.
   */
  unproven: CheckedLine[] | null;
  /** With the signatures, whose check is under way. */
  checked: Promise<CheckedLines>;
}

/** Check every line by itself; nothing is asked of the database. */
export async function checkLines(lines: readonly Uint8Array[], device: Device): Promise<CheckedLines> {
  return (await readLines(lines, device)).checked;
}

/** As `checkLines`; resolves when all lines were read. */
export async function readLines(lines: readonly Uint8Array[], device: Device): Promise<ReadLines> {
  const ring = ringOf(device);
  const read: Read[] = [];
  const slices: Promise<Result[]>[] = [];
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    if (start > 0) await nextTurn();
    const slice = lines.slice(start, start + AT_ONCE).map((raw, at) => readLine(raw, start + at, device, ring));
    read.push(...slice);
    slices.push(checkSlice(slice));
  }
  const checked = Promise.all(slices).then(sorted);
  // Whoever waits for it is told; until somebody does it is nobody's fault.
  checked.catch(() => {});
  const unproven = read.flatMap((each) => (each.ok && each.fault === null ? [each.checked] : []));
  return { unproven: unproven.length === lines.length ? unproven : null, checked };
}

function sorted(slices: readonly Result[][]): CheckedLines {
  const lines: CheckedLines = { good: [], bad: [] };
  for (const result of slices.flat()) {
    if (result.ok) lines.good.push(result.checked);
    else lines.bad.push(result.rejected);
  }
  return lines;
}

/** Raw keys by key id. What an earlier key signs is taken; whether it stands where it may, its chain tells. */
type KeyRing = ReadonlyMap<string, Uint8Array>;

type Result = { ok: true; checked: CheckedLine } | { ok: false; rejected: RejectedLine };
type Read = ReadLine | { ok: false; rejected: RejectedLine };

/** A line that is whole but for its signature, which nobody has looked at yet. */
interface ReadLine extends Signed {
  ok: true;
  checked: CheckedLine;
  /** What is wrong with it even if it was signed. */
  fault: LineFault | null;
}

function ringOf({ kid, public_key: publicKey, earlier_keys: earlier }: Device): KeyRing {
  const keys = [...(earlier ?? []), { kid, publicKey }].map((each) => [each.kid, fromBase64(each.publicKey)] as const);
  return new Map(keys.flatMap(([id, raw]) => (raw?.length === KEY_BYTES ? [[id, raw]] : [])));
}

/** Shape, bytes, schema and owner of one line. */
function readLine(raw: Uint8Array, line: number, device: Device, ring: KeyRing): Read {
  const text = decode(raw);
  if (text === null) return { ok: false, rejected: { line, code: 'not_utf8', raw, claim: null } };
  const value = parseJson(text);
  const reject = (code: LineFault) => ({ ok: false as const, rejected: { line, code, raw, claim: claimOf(value) } });

  const read = readRecord(value, CHECKS);
  if (!read.ok) return reject(read.code);
  const { record, text: body, kid, sig } = read;
  if (record.device !== device.device) return reject('wrong_device');
  const key = ring.get(kid);
  if (key === undefined) return reject('unknown_key');
  const signature = readSignature(sig);
  if (signature === null) return reject('bad_signature');
  const message = Buffer.from(body);
  const checked = { line, opened: { record, hash: hash('sha256', message), kid }, body, sig, raw };
  return { ok: true, checked, key, signature, message, fault: faultOf(record, device) };
}

/** The database would spell ids in lower case, and they would no longer be what was signed. */
function faultOf({ id, chain, tenant }: SluiceRecord, device: Device): LineFault | null {
  if (id !== id.toLowerCase() || chain !== chain.toLowerCase()) return 'bad_schema';
  return tenant === device.tenant ? null : 'wrong_tenant';
}

async function checkSlice(read: readonly Read[]): Promise<Result[]> {
  const isSigned = await checkSignatures(read.filter((each) => each.ok));
  let next = 0;
  return read.map((each) => {
    if (!each.ok) return each;
    const { checked, fault } = each;
    const code = isSigned[next++] ? fault : 'bad_signature';
    if (code === null) return { ok: true, checked };
    const { line, raw, opened } = checked;
    const { chain, seq } = opened.record;
    return { ok: false, rejected: { line, code, raw, claim: { chain, seq } } };
  });
}

function decode(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString() : null;
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function claimOf(value: unknown): RejectedLine['claim'] {
  const parsed = claimSchema.safeParse(parseJson((value as { record?: unknown } | null | undefined)?.record));
  return parsed.success ? parsed.data : null;
}
