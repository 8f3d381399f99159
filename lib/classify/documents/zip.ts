/**
 * ZIP archives (PKWARE APPNOTE 6.3.9) by their central directory, as every program opens them. What the directory does not
 * name (data between, before or behind the members) is told, so that nothing can be carried past the reader.
 */
import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import type { UnreadableReason } from './document.ts';
import { joinBytes } from './join-bytes.ts';
import { type Unpacked, unpack } from './unpack.ts';
import type { Work } from './work.ts';

export interface ZipMember {
  /** The path as written; an encoding other than UTF-8 is read as Windows-1252. */
  name: string;
  comment: string;
  isFolder: boolean;
  method: number;
  flags: number;
  crc: number;
  packed: Uint8Array;
  size: number;
  /** Date and time, and the attributes of the system it was made on, as they stand in the directory. */
  modified: number;
  made: number;
  attributes: number;
}

export interface ZipArchive {
  members: ZipMember[];
  comment: string;
  /** There are bytes that belong to no member. */
  hasStray: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const DESCRIPTOR = 0x08074b50;
const UTF8_NAME = 0x800;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** The archive's directory; the reason why there is none. Data that unpacks to more than it says is found by `readMember`. */
export async function openZip(bytes: Uint8Array, work: Work): Promise<ZipArchive | UnreadableReason> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) return 'damaged';
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // Archives of more than four gigabytes or 65,534 members say so here; both are beyond every limit.
  if (count === 0xffff || start === 0xffffffff) return 'oversized';
  const members: ZipMember[] = [];
  const spans: [number, number][] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(view, bytes, at);
    if (entry === null) return 'damaged';
    work.member();
    if (work.stopped) return 'oversized';
    members.push(entry.member);
    spans.push(entry.span);
    at = entry.next;
    if (work.spend(200)) await work.breathe();
  }
  if (at > end) return 'damaged';
  spans.push([start, at], [end, end + 22 + view.getUint16(end + 20, true)]);
  const comment = decodeName(bytes.subarray(end + 22, end + 22 + view.getUint16(end + 20, true)), UTF8_NAME);
  const coverage = coverageOf(spans, view);
  return coverage === 'overlap' ? 'damaged' : { members, comment, hasStray: coverage === 'stray' };
}

/** The end record, looked for from the back; only a comment may follow it. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return -1;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return null;
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  const next = at + 46 + nameLength! + extraLength! + commentLength!;
  const offset = view.getUint32(at + 42, true);
  if (next > view.byteLength || offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) return null;
  const data = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packedSize = view.getUint32(at + 20, true);
  if (data + packedSize > view.byteLength) return null;
  const flags = view.getUint16(at + 8, true);
  const name = bytes.subarray(at + 46, at + 46 + nameLength!);
  const comment = bytes.subarray(next - commentLength!, next);
  const local = bytes.subarray(offset + 30, offset + 30 + view.getUint16(offset + 26, true));
  // Two names for one member: readers differ in which one they believe.
  if (local.length !== name.length || local.some((byte, index) => byte !== name[index])) return null;
  const member: ZipMember = {
    name: decodeName(name, flags),
    comment: decodeName(comment, flags),
    isFolder: name.at(-1) === 0x2f,
    method: view.getUint16(at + 10, true),
    flags,
    crc: view.getUint32(at + 16, true),
    packed: bytes.subarray(data, data + packedSize),
    size: view.getUint32(at + 24, true),
    modified: view.getUint32(at + 12, true),
    made: view.getUint16(at + 4, true),
    attributes: view.getUint32(at + 38, true),
  };
  const span: [number, number] = [offset, data + packedSize];
  return { member, span, next };
}

/** Members that share bytes are the trick of the smallest zip bombs; bytes of no member may hide a second archive. */
function coverageOf(spans: [number, number][], view: DataView): 'whole' | 'stray' | 'overlap' {
  let position = 0;
  let isStray = false;
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (from < position) return 'overlap';
    if (!isDescriptor(view, position, from)) isStray = true;
    position = to;
  }
  return isStray || position < view.byteLength ? 'stray' : 'whole';
}

/** Between two members may stand the sizes of the first (12 or 16 bytes, 24 in large files); before the end, its 64-bit form. */
function isDescriptor(view: DataView, from: number, to: number): boolean {
  if (from === to) return true;
  const length = to - from;
  if (from === 0) return false;
  if (length === 76 && view.getUint32(from, true) === END_64) return true;
  return length === 12 || ((length === 16 || length === 24) && view.getUint32(from, true) === DESCRIPTOR);
}

function decodeName(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder((flags & UTF8_NAME) === 0 ? 'windows-1252' : 'utf-8').decode(bytes);
  }
}

/** What a member holds. A size or checksum that does not fit makes it `damaged`. */
export async function readMember(member: ZipMember, work: Work): Promise<Unpacked> {
  if ((member.flags & ENCRYPTED) !== 0) return { ok: false, reason: 'encrypted' };
  if (member.method !== STORED && member.method !== DEFLATED) return { ok: false, reason: 'unsupported' };
  if (member.size > work.unpackable) return { ok: false, reason: 'oversized' };
  if (member.method === STORED) work.unpacked(member.packed.length);
  const unpacked: Unpacked =
    member.method === STORED ? { ok: true, bytes: member.packed } : await unpack(member.packed, 'deflate', work);
  if (!unpacked.ok) return unpacked;
  const isTrue = unpacked.bytes.length === member.size && crc32(unpacked.bytes) === member.crc;
  return isTrue ? unpacked : { ok: false, reason: 'damaged' };
}

/** The member with other content, packed as it was. */
export function withContent(member: ZipMember, content: Uint8Array): ZipMember {
  const packed = member.method === DEFLATED ? deflateSync(content) : content;
  return { ...member, packed, size: content.length, crc: crc32(content) };
}

/** An archive of these members in this order. Extra fields and gaps are not carried over. */
export function writeZip({ members, comment }: Omit<ZipArchive, 'hasStray'>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const name = new TextEncoder().encode(member.name);
    const note = new TextEncoder().encode(member.comment);
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    // The sizes stand in front, hence no data descriptor (bit 3); names are UTF-8.
    common.setUint16(2, (member.flags & ~0x8) | UTF8_NAME, true);
    common.setUint16(4, member.method, true);
    common.setUint32(6, member.modified, true);
    common.setUint32(10, member.crc, true);
    common.setUint32(14, member.packed.length, true);
    common.setUint32(18, member.size, true);
    common.setUint16(22, name.length, true);
    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, CENTRAL, true);
    central.setUint16(4, member.made, true);
    new Uint8Array(central.buffer).set(new Uint8Array(common.buffer), 6);
    central.setUint16(32, note.length, true);
    central.setUint32(38, member.attributes, true);
    central.setUint32(42, offset, true);
    const local = [signature(LOCAL), new Uint8Array(common.buffer), name, member.packed];
    chunks.push(...local);
    directory.push(new Uint8Array(central.buffer), name, note);
    offset += local.reduce((sum, chunk) => sum + chunk.length, 0);
  }
  const note = new TextEncoder().encode(comment);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, members.length, true);
  end.setUint16(10, members.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, chunk) => sum + chunk.length, 0),
    true,
  );
  end.setUint32(16, offset, true);
  end.setUint16(20, note.length, true);
  return joinBytes([...chunks, ...directory, new Uint8Array(end.buffer), note]);
}

function signature(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
}
