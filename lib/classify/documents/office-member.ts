/** One member of an office file: XML to be read, a file of its own, or something that cannot be read. */
import type { UnreadableReason } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import { nest, type OpenContext, type OpenDocument } from './open-document.ts';
import { type DecodedText, decodeText } from './text-encoding.ts';
import { readMember, type ZipMember } from './zip.ts';

export interface XmlMember {
  kind: 'xml';
  zip: ZipMember;
  /** Under which its parts are numbered. */
  path: string;
  decoded: DecodedText;
  /** Filled when the package is read. */
  texts: { id: string; mapped: MappedText }[];
}

export interface InnerMember {
  kind: 'inner';
  zip: ZipMember;
  path: string;
  document: OpenDocument;
}

export type PackageMember =
  | XmlMember
  | InnerMember
  | { kind: 'gap'; zip: ZipMember; path: string; reason: UnreadableReason }
  /** Folders and the media type of OpenDocument. */
  | { kind: 'empty'; zip: ZipMember };

const XML = /\.(?:xml|rels|vml|rdf)$/i;
const MACROS = /(?:^|\/)(?:vbaProject\w*\.bin|vbaData\.xml)$|^Basic\/|^Scripts\/|\/macrosheets\/|\/activeX\//i;
/** What Windows notes about the printer last used: names in UTF-16 among numbers. */
const PRINTER = /(?:^|\/)printerSettings\d*\.bin$/i;
const LARGEST_PRINTER = 65_536;
const MIMETYPE = /^application\/[\w.+-]+\s*$/;

export async function openMember(zip: ZipMember, index: number, context: OpenContext): Promise<PackageMember> {
  const path = `${index}`;
  if (zip.isFolder && zip.size === 0) return { kind: 'empty', zip };
  const unpacked = await readMember(zip, context.work);
  if (!unpacked.ok) return { kind: 'gap', zip, path, reason: unpacked.reason };
  const { bytes } = unpacked;
  if (MACROS.test(zip.name)) return { kind: 'gap', zip, path, reason: 'executable' };
  if (zip.name === 'mimetype' && MIMETYPE.test(latin(bytes.subarray(0, 100)))) return { kind: 'empty', zip };
  const decoded = XML.test(zip.name) ? decodeText(bytes) : null;
  if (decoded !== null) return { kind: 'xml', zip, path, decoded, texts: [] };
  if (PRINTER.test(zip.name) && bytes.length <= LARGEST_PRINTER) {
    return { kind: 'inner', zip, path, document: printerSettings(bytes) };
  }
  const document = await context.openInner({ name: zip.name, mediaType: '', bytes });
  return { kind: 'inner', zip, path, document };
}

/** The runs of characters in it, read as UTF-16 and as bytes. When one has to change, all of it is blanked. */
function printerSettings(bytes: Uint8Array): OpenDocument {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  const runs = [text, latin(bytes)].flatMap((reading) => reading.match(/[\x20-\x7e\u00a0-\u024f]{4,}/g) ?? []);
  const parts = runs.length === 0 ? [] : [{ id: 'strings', place: '', text: runs.join('\n') }];
  // It holds for one printer on one machine: Office does without.
  return { format: 'unknown', parts, unreadable: [], rewrite: async () => new Uint8Array(bytes.length) };
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Its parts and gaps as the package lists them. */
export function listMember(member: PackageMember): Pick<OpenDocument, 'parts' | 'unreadable'> {
  const { zip } = member;
  if (member.kind === 'inner') return nest(member.path, zip.name, member.document);
  if (member.kind === 'gap') {
    return { parts: [], unreadable: [{ id: `${member.path}/file`, place: zip.name, reason: member.reason }] };
  }
  const texts = member.kind === 'xml' ? member.texts : [];
  const parts = texts.map(({ id, mapped }) => ({ id, place: mapped.place, text: mapped.text }));
  return { parts, unreadable: [] };
}
