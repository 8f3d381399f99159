/** Small files of every format, made from their own texts. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { DocumentReading, ReadOptions, SourceFile } from '../../../../lib/classify/documents/document.ts';
import { readDocument } from '../../../../lib/classify/documents/read-document.ts';

export const fileOf = (content: string | Uint8Array, name = '', mediaType = ''): SourceFile => ({
  name,
  mediaType,
  bytes: typeof content === 'string' ? strToU8(content) : content,
});

export const pdfLoader = () => import('pdfjs-dist/legacy/build/pdf.mjs');

export const read = (content: string | Uint8Array, name = '', options: ReadOptions = {}): Promise<DocumentReading> =>
  readDocument(fileOf(content, name), { pdf: pdfLoader, ...options });

export const textOf = ({ parts }: Pick<DocumentReading, 'parts'>): string => parts.map(({ text }) => text).join('\n');

export const reasonsOf = ({ unreadable }: DocumentReading) =>
  unreadable.map(({ place, reason }) => `${place}=${reason}`);

/** Every byte of the file and of what is packed in it, as text, two layers deep. */
export function allBytes(bytes: Uint8Array, depth = 2): string {
  const own = new TextDecoder('latin1').decode(bytes) + new TextDecoder().decode(bytes);
  if (depth === 0 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return own;
  const members = Object.entries(unzipSync(bytes));
  return own + members.map(([name, content]) => name + allBytes(content, depth - 1)).join('\n');
}

export const zipOf = (members: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/** A Word file; `paragraphs` are the XML inside `w:p`. */
export const docxOf = (paragraphs: string[], more: Record<string, string | Uint8Array> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': TYPES,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
      .map((paragraph) => `<w:p>${paragraph}</w:p>`)
      .join('')}</w:body></w:document>`,
    ...more,
  });

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

interface Workbook {
  /** Rows of `<c>` elements by name of the sheet. */
  sheets: Record<string, string>;
  strings?: string[];
  formats?: { id: number; code: string }[];
  cellFormats?: number[];
  more?: Record<string, string | Uint8Array>;
}

export function xlsxOf({ sheets, strings = [], formats = [], cellFormats = [0], more = {} }: Workbook): Uint8Array {
  const names = Object.keys(sheets);
  return zipOf({
    '[Content_Types].xml': TYPES,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${index === 1 ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs>${cellFormats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
}

export const pptxOf = (slides: string[], more: Record<string, string | Uint8Array> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': TYPES,
    'ppt/presentation.xml': '<p:presentation/>',
    ...Object.fromEntries(
      slides.map((text, index) => [
        `ppt/slides/slide${index + 1}.xml`,
        `<p:sld><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sld>`,
      ]),
    ),
    ...more,
  });

export const odfOf = (
  kind: 'text' | 'spreadsheet' | 'presentation',
  body: string,
  more: Record<string, string | Uint8Array> = {},
) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(`<office:document-content><office:body>${body}</office:body></office:document-content>`),
    ...Object.fromEntries(
      Object.entries(more).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  });

/** A PDF with these lines on one page each. */
export async function pdfOf(
  pages: string[],
  change: (pdf: PDFDocument) => void | Promise<void> = () => {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of pages) {
    const page = pdf.addPage();
    if (text !== '') page.drawText(text, { x: 40, y: 700, size: 12, font });
  }
  await change(pdf);
  return pdf.save({ useObjectStreams: false });
}
