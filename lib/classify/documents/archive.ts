/** ZIP archives and gzip files: what lies in them is read as a file of its own; archives inside them are not opened. */
import { gzipSync } from 'fflate';
import type { SourceFile } from './document.ts';
import { type MappedText, spliceText, Weaver } from './mapped-text.ts';
import {
  nest,
  type OpenContext,
  type OpenDocument,
  type Replacements,
  replacementsWithin,
  unreadable,
} from './open-document.ts';
import { unpack } from './unpack.ts';
import { readMember, withContent, writeZip, type ZipArchive, type ZipMember } from './zip.ts';

const NAMES = 'names';

export async function openArchive(archive: ZipArchive, context: OpenContext): Promise<OpenDocument> {
  if (context.depth > 0) return unreadable('zip', 'archive');
  const document: OpenDocument = { format: 'zip', parts: [], unreadable: [], rewrite: null };
  if (archive.hasStray) document.unreadable.push({ id: 'stray', place: '', reason: 'binary' });
  const names = nameText(archive);
  if (names !== null) document.parts.push({ id: NAMES, place: '', text: names.text });
  const inner = new Map<ZipMember, { path: string; document: OpenDocument }>();
  for (const [index, member] of archive.members.entries()) {
    if (context.work.stopped) break;
    const path = `${index}`;
    const opened = await openMember(member, context);
    inner.set(member, { path, document: opened });
    const { parts, unreadable: gaps } = nest(path, member.name, opened);
    document.parts.push(...parts);
    document.unreadable.push(...gaps);
    context.work.progress((index + 1) / archive.members.length);
  }
  document.rewrite = (replacements) => rewriteArchive(archive, names, inner, replacements);
  return document;
}

async function openMember(member: ZipMember, { work, openInner }: OpenContext): Promise<OpenDocument> {
  if (member.isFolder && member.size === 0) return { format: 'unknown', parts: [], unreadable: [], rewrite: null };
  const unpacked = await readMember(member, work);
  if (!unpacked.ok) return unreadable('unknown', unpacked.reason);
  return openInner({ name: member.name, mediaType: '', bytes: unpacked.bytes });
}

/** Paths and comments, one a line: people put names of people into both. Pieces are numbered: member, then its comment. */
function nameText({ members, comment }: ZipArchive): MappedText | null {
  const weaver = new Weaver(() => '');
  const add = (text: string, at: number) => {
    weaver.separate('line');
    weaver.add(text, { from: at, to: at + 1, write: (written) => written });
  };
  for (const [index, member] of members.entries()) {
    add(member.name, index * 2);
    add(member.comment, index * 2 + 1);
  }
  add(comment, members.length * 2);
  const texts = weaver.finish();
  return texts.length === 0
    ? null
    : { place: '', text: texts.map(({ text }) => text).join('\n'), pieces: joined(texts) };
}

function joined(texts: MappedText[]): MappedText['pieces'] {
  let shift = 0;
  return texts.flatMap(({ text, pieces }) => {
    const moved = pieces.map((piece) => ({ ...piece, start: piece.start + shift, end: piece.end + shift }));
    shift += text.length + 1;
    return moved;
  });
}

async function rewriteArchive(
  { members, comment }: ZipArchive,
  names: MappedText | null,
  inner: Map<ZipMember, { path: string; document: OpenDocument }>,
  replacements: Replacements,
): Promise<Uint8Array | null> {
  const renamed = new Map<number, string>();
  const after = replacements.get(NAMES);
  if (names !== null && after !== undefined)
    for (const { from, text } of spliceText(names, after)) renamed.set(from, text);
  const written: ZipMember[] = [];
  for (const [index, member] of members.entries()) {
    const { path, document } = inner.get(member)!;
    const within = replacementsWithin(path, replacements);
    let next = member;
    if (within.size > 0) {
      const content = (await document.rewrite?.(within)) ?? null;
      if (content === null) return null;
      next = withContent(member, content);
    }
    written.push({
      ...next,
      name: renamed.get(index * 2) ?? member.name,
      comment: renamed.get(index * 2 + 1) ?? member.comment,
    });
  }
  return writeZip({ members: written, comment: renamed.get(members.length * 2) ?? comment });
}

const STORED_NAME = 8;
const HEADER = 10;
/** Header, an empty block and the checksums behind it. */
const SMALLEST = HEADER + 2 + 8;

/** One compressed file. Written back without the name its header may carry. */
export async function openGzip(file: SourceFile, context: OpenContext): Promise<OpenDocument> {
  if (context.depth > 0) return unreadable('gzip', 'archive');
  if (file.bytes.length < SMALLEST) return unreadable('gzip', 'damaged');
  const unpacked = await unpack(file.bytes, 'gzip', context.work);
  if (!unpacked.ok) return unreadable('gzip', unpacked.reason);
  const name = file.name.replace(/\.(?:gz|gzip)$/i, '');
  const inner = await context.openInner({ name, mediaType: '', bytes: unpacked.bytes });
  const stored = headerName(file.bytes);
  const document: OpenDocument = { format: 'gzip', ...nest('content', '', inner), rewrite: null };
  if (stored !== '') document.parts.push({ id: NAMES, place: '', text: stored });
  document.rewrite = async (replacements) => {
    const within = replacementsWithin('content', replacements);
    const content = within.size === 0 ? unpacked.bytes : await inner.rewrite?.(within);
    if (content === undefined || content === null) return null;
    return gzipSync(content, { mtime: 0 });
  };
  return document;
}

/** The name in the header (RFC 1952, section 2.3), which ends at a zero byte. Extra fields in front of it are passed over. */
function headerName(bytes: Uint8Array): string {
  const flags = bytes[3] ?? 0;
  if ((flags & STORED_NAME) === 0) return '';
  const extra = (flags & 4) === 0 ? 0 : 2 + (bytes[HEADER] ?? 0) + (bytes[HEADER + 1] ?? 0) * 256;
  const end = bytes.indexOf(0, HEADER + extra);
  return new TextDecoder('windows-1252').decode(bytes.subarray(HEADER + extra, end === -1 ? bytes.length : end));
}
