/** One line of a batch: a record that its device signed, or the reason why it can never be taken. */
import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import * as z from 'zod';
import { type OpenedRecord, type RecordFault, readRecord } from '../../lib/records/chain.ts';
import type { Device } from '../store/enrolment.ts';
import { type SignatureCheck, signatureCheck } from './signature.ts';

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

/** So many lines of a batch are read before others get their turn, and are with the threads that check signatures. */
const AT_ONCE = 32;

/** Check every line by itself; nothing is asked of the database. */
export async function checkLines(lines: readonly Uint8Array[], device: Device) {
  const good: CheckedLine[] = [];
  const bad: RejectedLine[] = [];
  const current = { kid: device.kid, publicKey: device.public_key };
  const ring: KeyRing = new Map(
    [...(device.earlier_keys ?? []), current].map(({ kid, publicKey }) => [kid, signatureCheck(publicKey)]),
  );
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    const slice = lines.slice(start, start + AT_ONCE);
    for (const result of await Promise.all(slice.map((raw, at) => checkLine(raw, start + at, device, ring)))) {
      if (result.ok) good.push(result.checked);
      else bad.push(result.rejected);
    }
  }
  return { good, bad };
}

/** By key id. What an earlier key signs is taken; whether it stands where it may, its chain tells. */
type KeyRing = ReadonlyMap<string, SignatureCheck>;

/** Check shape, bytes, schema, owner and signature of one line. */
async function checkLine(
  raw: Uint8Array,
  line: number,
  device: Device,
  ring: KeyRing,
): Promise<{ ok: true; checked: CheckedLine } | { ok: false; rejected: RejectedLine }> {
  const text = decode(raw);
  if (text === null) return { ok: false, rejected: { line, code: 'not_utf8', raw, claim: null } };
  const value = parseJson(text);
  const reject = (code: LineFault) => ({ ok: false as const, rejected: { line, code, raw, claim: claimOf(value) } });

  const read = readRecord(value);
  if (!read.ok) return reject(read.code);
  const { record, text: body, kid, sig } = read;
  if (record.device !== device.device) return reject('wrong_device');
  const isSigned = ring.get(kid);
  if (isSigned === undefined) return reject('unknown_key');
  const bytes = Buffer.from(body);
  if (!(await isSigned(sig, bytes))) return reject('bad_signature');
  // The database would spell them in lower case, and they would no longer be what was signed.
  if (record.id !== record.id.toLowerCase() || record.chain !== record.chain.toLowerCase()) return reject('bad_schema');
  if (record.tenant !== device.tenant) return reject('wrong_tenant');
  return { ok: true, checked: { line, opened: { record, hash: hash('sha256', bytes), kid }, body, sig, raw } };
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
