/** PDF files, read by pdf.js: text in reading order, page by page, and the places beside it where text can stand. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { PdfLibrary, SourceFile, UnreadableReason } from './document.ts';
import { nest, type OpenContext, type OpenDocument, unreadable } from './open-document.ts';

/** From this share of a page's area on a picture is taken for content, not for a logo. */
const CONTENT_PICTURE = 0.1;
/** From this share on the letters of a page are codes of a font that nobody can map to characters. */
const MOST_UNMAPPED = 0.3;
/** What pdf.js tells about a file that nobody wrote. */
const TECHNICAL = new Set(['PDFFormatVersion', 'EncryptFilterName', 'CreationDate', 'ModDate', 'Trapped']);
const PDF_MARK = '%PDF-';

export async function openPdf(file: SourceFile, context: OpenContext): Promise<OpenDocument> {
  const { work } = context;
  if (work.pdf === undefined) return unreadable('pdf', 'unsupported');
  const library = await work.pdf();
  // The library takes the bytes for itself, so it gets a copy. It compiles nothing: fonts are never made, only read.
  const task = library.getDocument({
    data: file.bytes.slice(),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  const forget = work.onAbort(() => void task.destroy());
  try {
    return await readPdf(await task.promise, library, file, context);
  } catch (error) {
    return unreadable('pdf', reasonOf(error, work.stopped));
  } finally {
    forget();
    await task.destroy();
  }
}

function reasonOf(error: unknown, isStopped: boolean): UnreadableReason {
  if (isStopped) return 'oversized';
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
}

async function readPdf(
  pdf: PDFDocumentProxy,
  library: PdfLibrary,
  file: SourceFile,
  context: OpenContext,
): Promise<OpenDocument> {
  const { work } = context;
  const document: OpenDocument = { format: 'pdf', parts: [], unreadable: [], rewrite: null };
  const add = (id: string, place: string, lines: readonly string[]) => {
    const text = lines.filter((line) => line.trim() !== '').join('\n');
    if (text !== '') document.parts.push({ id, place, text });
  };
  const miss = (id: string, place: string, reason: UnreadableReason) => document.unreadable.push({ id, place, reason });
  if (new TextDecoder('latin1').decode(file.bytes.subarray(0, PDF_MARK.length)) !== PDF_MARK)
    miss('stray', '', 'binary');
  const { info, metadata } = await pdf.getMetadata();
  add('properties', 'properties', [
    ...writtenIn(info),
    ...(metadata === null ? [] : writtenIn(Object.fromEntries(metadata))),
  ]);
  if ('IsXFAPresent' in info && info.IsXFAPresent === true) miss('xfa', 'form', 'unsupported');
  add('outline', 'outline', titlesOf((await pdf.getOutline()) ?? []));
  add('scripts', 'scripts', [...((await pdf.getJSActions())?.values() ?? [])].flat().map(String));
  const pages = Math.min(pdf.numPages, work.limits.pages);
  for (let number = 1; number <= pages && !work.stopped; number += 1) {
    const place = `page ${number}`;
    try {
      const page = await pdf.getPage(number);
      const { text, notes, gap } = await readPage(page, library);
      add(`page-${number}`, place, [text]);
      add(`page-${number}-notes`, `${place}: notes`, notes);
      if (gap !== null) miss(`page-${number}-picture`, place, gap);
      page.cleanup();
    } catch {
      miss(`page-${number}-damaged`, place, work.stopped ? 'oversized' : 'damaged');
    }
    work.progress(number / pdf.numPages);
    await work.breathe();
  }
  if (pages < pdf.numPages) miss('pages', `page ${pages + 1}-${pdf.numPages}`, 'oversized');
  await readAttachments(pdf, document, context);
  return document;
}

interface PageReading {
  text: string;
  notes: string[];
  gap: UnreadableReason | null;
}

async function readPage(page: PDFPageProxy, library: PdfLibrary): Promise<PageReading> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  const notes = (await page.getAnnotations()).flatMap(noteTexts);
  const letters = text.replace(/\s/g, '');
  const unmapped = letters.match(/[\u0000-\u001f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  if (unmapped > letters.length * MOST_UNMAPPED) return { text, notes, gap: 'unsupported' };
  return { text, notes, gap: (await showsPicture(page, library, letters === '')) ? 'image' : null };
}

/** True for a page with a picture that is more than a logo, and for a drawn page without any text (letters as outlines). */
async function showsPicture(page: PDFPageProxy, { OPS }: PdfLibrary, isWordless: boolean): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { width, height } = page.getViewport({ scale: 1 });
  const pictures = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
  ]);
  const stack: number[] = [];
  /** What one unit of area is worth on the page. */
  let scale = 1;
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save) stack.push(scale);
    else if (operator === OPS.restore) scale = stack.pop() ?? 1;
    else if (operator === OPS.transform && isMatrix(args)) scale *= Math.abs(args[0] * args[3] - args[1] * args[2]);
    else if (pictures.has(operator) && (isWordless || scale > CONTENT_PICTURE * width * height)) return true;
    else if (isWordless && operator === OPS.constructPath) return true;
  }
  return false;
}

function isMatrix(args: unknown): args is [number, number, number, number, number, number] {
  return Array.isArray(args) && args.length === 6 && args.every((value) => typeof value === 'number');
}

const NOTE_FIELDS = [
  'contentsObj',
  'titleObj',
  'richText',
  'textContent',
  'fieldName',
  'fieldValue',
  'alternativeText',
];
const MORE_NOTE_FIELDS = ['defaultFieldValue', 'buttonValue', 'exportValue', 'options', 'url', 'unsafeUrl', 'actions'];

/** What people wrote into a note, form field or link; the same text once. */
function noteTexts(annotation: Record<string, unknown>): string[] {
  return [...new Set([...NOTE_FIELDS, ...MORE_NOTE_FIELDS].flatMap((field) => stringsIn(annotation[field], 4)))];
}

/** The strings in a value, `depth` layers down at most. */
function stringsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0 || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const inner =
    value instanceof Map
      ? [...value.values()]
      : Object.entries(value).map(([key, item]) => (key === 'dir' ? null : item));
  return inner.flatMap((item) => stringsIn(item, depth - 1));
}

function writtenIn(properties: object): string[] {
  return Object.entries(properties).flatMap(([name, value]) =>
    TECHNICAL.has(name) ? [] : stringsIn(value, 3).map((text) => `${name}: ${text}`),
  );
}

interface OutlineItem {
  title: string;
  url: string | null;
  items: OutlineItem[];
}

function titlesOf(outline: OutlineItem[]): string[] {
  const titles: string[] = [];
  const open = [...outline].reverse();
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    titles.push(item.title, item.url ?? '');
    open.push(...[...item.items].reverse());
  }
  return titles;
}

async function readAttachments(pdf: PDFDocumentProxy, document: OpenDocument, context: OpenContext): Promise<void> {
  const attachments = [...((await pdf.getAttachments()) ?? [])];
  for (const [index, [key, { filename, description }]] of attachments.entries()) {
    context.work.member();
    if (context.work.stopped) return;
    const path = `attachment-${index}`;
    document.parts.push({ id: `${path}-name`, place: '', text: [filename, description].filter(Boolean).join('\n') });
    const content = await pdf.getAttachmentContent(key);
    const inner =
      content === null
        ? unreadable('unknown', 'damaged')
        : await context.openInner({ name: filename, mediaType: '', bytes: content });
    const { parts, unreadable: gaps } = nest(path, filename, inner);
    document.parts.push(...parts);
    document.unreadable.push(...gaps);
  }
}
