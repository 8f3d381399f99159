/** One line of a batch: a record that its device signed, or the reason why it can never be taken. */
import * as z from 'zod';
import { type OpenedRecord, openRecord, type RecordFault } from '../../lib/records/chain.ts';
import type { Device } from '../store/enrolment.ts';

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
  raw: Uint8Array<ArrayBuffer>;
}

export interface RejectedLine {
  line: number;
  code: LineFault;
  raw: Uint8Array<ArrayBuffer>;
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

/** Check shape, bytes, schema, owner and signature of one line. */
export async function checkLine(
  raw: Uint8Array<ArrayBuffer>,
  line: number,
  device: Device,
): Promise<{ ok: true; checked: CheckedLine } | { ok: false; rejected: RejectedLine }> {
  const text = decode(raw);
  if (text === null) return { ok: false, rejected: { line, code: 'not_utf8', raw, claim: null } };
  const value = parseJson(text);
  const reject = (code: LineFault) => ({ ok: false as const, rejected: { line, code, raw, claim: claimOf(value) } });

  let isOwn = true;
  const opened = await openRecord(value, (owner, kid) => {
    isOwn = owner === device.device;
    return isOwn && kid === device.kid ? device.public_key : null;
  });
  if (!opened.ok) return reject(isOwn ? opened.code : 'wrong_device');
  const { id, chain } = opened.record;
  // The database would spell them in lower case, and they would no longer be what was signed.
  if (id !== id.toLowerCase() || chain !== chain.toLowerCase()) return reject('bad_schema');
  if (opened.record.tenant !== device.tenant) return reject('wrong_tenant');
  const { record: body, sig } = value as { record: string; sig: string };
  return { ok: true, checked: { line, opened, body, sig, raw } };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
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
