/** Word, Excel, PowerPoint (Office Open XML, ECMA-376) and OpenDocument files: a ZIP archive of XML, every member is read. */
import type { DocumentFormat } from './document.ts';
import { readMarkup } from './markup-text.ts';
import { listMember, openMember, type PackageMember, type XmlMember } from './office-member.ts';
import {
  numberTexts,
  type OpenContext,
  type OpenDocument,
  type Replacements,
  replacementsWithin,
  rewriteSource,
  unreadable,
} from './open-document.ts';
import { encodeText } from './text-encoding.ts';
import { isStrings, readWorkbook, rewriteWorkbook, type WorkbookMembers, workbookTexts } from './workbook.ts';
import { withContent, writeZip, type ZipArchive, type ZipMember } from './zip.ts';

export type OfficeFormat = Extract<DocumentFormat, 'docx' | 'xlsx' | 'pptx' | 'odf'>;

/** Pictures of the first page, made when the file was saved: they show what a redaction takes away. */
const THUMBNAIL = /^(?:docProps\/thumbnail\.\w+|Thumbnails\/.*)$/i;
const ENCRYPTION = /<(?:[\w-]+:)?encryption-data[\s/>]/;

export async function openOffice(
  archive: ZipArchive,
  format: OfficeFormat,
  context: OpenContext,
): Promise<OpenDocument> {
  const { work } = context;
  const document: OpenDocument = { format, parts: [], unreadable: [], rewrite: null };
  if (archive.hasStray) document.unreadable.push({ id: 'stray', place: '', reason: 'binary' });
  if (archive.comment !== '') document.parts.push({ id: 'comment', place: '', text: archive.comment });
  const members: PackageMember[] = [];
  for (const [index, zip] of archive.members.entries()) {
    if (work.stopped) break;
    members.push(await openMember(zip, index, context));
    work.progress((0.5 * (index + 1)) / archive.members.length);
  }
  const manifest = members.find(({ zip }) => zip.name === 'META-INF/manifest.xml');
  if (manifest?.kind === 'xml' && ENCRYPTION.test(manifest.decoded.text)) return unreadable(format, 'encrypted');
  const book = format === 'xlsx' ? readWorkbook(members) : null;
  // Shared strings come last: which of them no cell shows is known when all sheets are read.
  for (const [index, member] of members.toSorted((a, b) => Number(isStrings(a)) - Number(isStrings(b))).entries()) {
    if (work.stopped) break;
    if (member.kind === 'xml') await readTexts(member, format, book, context);
    work.progress(0.5 + (0.5 * (index + 1)) / members.length);
  }
  for (const member of members) {
    const { parts, unreadable: gaps } = listMember(member);
    for (const part of parts) document.parts.push(part);
    document.unreadable.push(...gaps);
  }
  document.rewrite = (replacements) => rewritePackage(archive, members, book, replacements, context);
  return document;
}

async function readTexts(
  member: XmlMember,
  format: OfficeFormat,
  book: WorkbookMembers | null,
  { work }: OpenContext,
): Promise<void> {
  const texts =
    (book === null ? null : await workbookTexts(member, book, work)) ??
    (await readMarkup(member.decoded.text, 'office', placeOf(member.zip.name, format), work));
  member.texts = numberTexts(member.path, texts).texts;
}

/** Slides and their notes by number, everything else by its path. */
function placeOf(path: string, format: OfficeFormat): string {
  const slide = format === 'pptx' ? /^ppt\/(slides|notesSlides)\/\w{1,20}?(\d+)\.xml$/.exec(path) : null;
  return slide === null ? path : `${slide[1] === 'slides' ? 'slide' : 'notes'} ${slide[2]}`;
}

async function rewritePackage(
  archive: ZipArchive,
  members: readonly PackageMember[],
  book: WorkbookMembers | null,
  replacements: Replacements,
  { work }: OpenContext,
): Promise<Uint8Array | null> {
  const sheets = book === null ? null : await rewriteWorkbook(members, book, replacements, work);
  const written: ZipMember[] = [];
  for (const member of members) {
    if (THUMBNAIL.test(member.zip.name)) continue;
    const content = await rewriteMember(member, sheets, replacements);
    if (content === null) return null;
    written.push(content === 'same' ? member.zip : withContent(member.zip, content));
  }
  return writeZip({ members: written, comment: replacements.get('comment') ?? archive.comment });
}

/** The member's new content; null where it would have to change and cannot. */
async function rewriteMember(
  member: PackageMember,
  sheets: Map<XmlMember, string> | null,
  replacements: Replacements,
): Promise<Uint8Array | 'same' | null> {
  if (member.kind === 'xml') {
    const { decoded, texts, zip } = member;
    const source = sheets?.get(member) ?? rewriteSource(decoded.text, texts, replacements);
    const text = withoutThumbnail(zip.name, source);
    return text === decoded.text ? 'same' : encodeText({ ...decoded, text });
  }
  if (member.kind !== 'inner') return 'same';
  const within = replacementsWithin(member.path, replacements);
  return within.size === 0 ? 'same' : ((await member.document.rewrite?.(within)) ?? null);
}

/** The package names its thumbnail in two places; a name without a file would make the package a damaged one. */
function withoutThumbnail(path: string, source: string): string {
  if (path === '_rels/.rels') return source.replace(/<(?:\w+:)?Relationship\s[^<>]*\/thumbnail"[^<>]*\/>/g, '');
  if (path !== 'META-INF/manifest.xml') return source;
  return source.replace(/<(?:[\w-]+:)?file-entry\s[^<>]*full-path="Thumbnails\/[^<>]*\/>/g, '');
}
