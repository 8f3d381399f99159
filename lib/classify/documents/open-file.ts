/** From a file's bytes to the module that reads its format. */
import { detectFormat } from './detect-format.ts';
import type { DocumentFormat, SourceFile, UnreadableReason } from './document.ts';
import { DEEPEST, type DocumentOpener, type OpenContext, type OpenDocument, unreadable } from './open-document.ts';
import type { Work } from './work.ts';

const OPENERS: Partial<Record<DocumentFormat, () => Promise<DocumentOpener>>> = {
  text: textOpener('text'),
  csv: textOpener('csv'),
  json: textOpener('json'),
  xml: textOpener('xml'),
  html: textOpener('html'),
  rtf: textOpener('rtf'),
  pdf: async () => (await import('./pdf.ts')).openPdf,
  eml: async () => (await import('./mail.ts')).openMail,
  zip: async () => (await import('./zip-file.ts')).openZipFile,
  gzip: async () => (await import('./archive.ts')).openGzip,
};

const UNREAD: Partial<Record<DocumentFormat, UnreadableReason>> = {
  'encrypted-office': 'encrypted',
  'legacy-office': 'unsupported',
  image: 'image',
  audio: 'audio',
  video: 'video',
  executable: 'executable',
  archive: 'archive',
  unknown: 'binary',
};

function textOpener(format: 'text' | 'csv' | 'json' | 'xml' | 'html' | 'rtf') {
  return async (): Promise<DocumentOpener> => {
    const { openText } = await import('./text-file.ts');
    return (file, context) => openText(file, format, context);
  };
}

/** Opens a file and all that lies in it. Never throws: what goes wrong inside a reader makes the file a damaged one. */
export async function openFile(file: SourceFile, work: Work): Promise<OpenDocument> {
  if (file.bytes.length > work.limits.fileBytes) return unreadable(detectFormat(head(file)), 'oversized');
  const document = await openAt(file, work, 0);
  if (work.stopped) document.unreadable.push({ id: 'limit', place: '', reason: 'oversized' });
  return document;
}

function head(file: SourceFile): SourceFile {
  return { ...file, bytes: file.bytes.subarray(0, 65_536) };
}

async function openAt(file: SourceFile, work: Work, depth: number): Promise<OpenDocument> {
  const format = detectFormat(file);
  const open = OPENERS[format];
  if (open === undefined) return unreadable(format, UNREAD[format] ?? 'unsupported');
  if (depth > DEEPEST) return unreadable(format, 'archive');
  const context: OpenContext = { work, depth, openInner: (inner) => openAt(inner, work, depth + 1) };
  try {
    const opener = await open();
    const document = await opener(file, context);
    for (const { text } of depth === 0 ? document.parts : []) work.text(text.length);
    return document;
  } catch {
    return unreadable(format, 'damaged');
  }
}
