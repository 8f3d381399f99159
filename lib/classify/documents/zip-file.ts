/** A ZIP archive is an office file or just an archive; its directory tells. */
import type { SourceFile } from './document.ts';
import type { OfficeFormat } from './office.ts';
import { type OpenContext, type OpenDocument, unreadable } from './open-document.ts';
import { openZip } from './zip.ts';

export async function openZipFile(file: SourceFile, context: OpenContext): Promise<OpenDocument> {
  const archive = await openZip(file.bytes, context.work);
  if (typeof archive === 'string') return unreadable('zip', archive);
  const names = archive.members.map(({ name }) => name);
  // OpenDocument keeps its media type uncompressed for readers like this one (OpenDocument 1.3 part 2, section 3.3).
  const mimetype = archive.members.find(({ name }) => name === 'mimetype')?.packed.subarray(0, 100);
  const format = officeFormatOf(names, new TextDecoder().decode(mimetype));
  if (format !== null) return (await import('./office.ts')).openOffice(archive, format, context);
  return (await import('./archive.ts')).openArchive(archive, context);
}

/** What kind of package an archive is, by the members that say so; null for any other archive. */
function officeFormatOf(names: readonly string[], mimetype: string): OfficeFormat | null {
  if (mimetype.startsWith('application/vnd.oasis.opendocument.')) return 'odf';
  if (!names.includes('[Content_Types].xml')) return null;
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  return names.some((name) => name.startsWith('ppt/')) ? 'pptx' : null;
}
