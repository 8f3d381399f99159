/** Files that are text: read in their encoding, written back in it. */
import type { DocumentFormat, SourceFile } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import { readMarkup } from './markup-text.ts';
import { numberTexts, type OpenContext, type OpenDocument, rewriteSource, unreadable } from './open-document.ts';
import { readRtf } from './rtf-text.ts';
import { readCsv, readJson, readPlain } from './structured-text.ts';
import { type DecodedText, decodeText, encodeText } from './text-encoding.ts';
import type { Work } from './work.ts';

export type TextFormat = Extract<DocumentFormat, 'text' | 'csv' | 'json' | 'xml' | 'html' | 'rtf'>;

type Reader = (source: string, work: Work) => Promise<MappedText[]>;

const READERS: Record<Exclude<TextFormat, 'rtf'>, Reader> = {
  text: async (source) => readPlain(source, ''),
  csv: (source, work) => readCsv(source, '', work),
  json: (source, work) => readJson(source, '', work),
  xml: (source, work) => readMarkup(source, 'xml', '', work),
  html: (source, work) => readMarkup(source, 'html', '', work),
};

export async function openText(file: SourceFile, format: TextFormat, { work }: OpenContext): Promise<OpenDocument> {
  const decoded = decodeMarked(file.bytes, format);
  if (decoded === null) return unreadable('unknown', 'binary');
  const document: OpenDocument = { format, parts: [], unreadable: [], rewrite: null };
  let texts: MappedText[];
  if (format === 'rtf') {
    const { images, objects, ...reading } = await readRtf(decoded.text, '', work);
    texts = reading.texts;
    if (images > 0) document.unreadable.push({ id: 'images', place: '', reason: 'image' });
    if (objects > 0) document.unreadable.push({ id: 'objects', place: '', reason: 'binary' });
  } else texts = await READERS[format](decoded.text, work);
  const numbered = numberTexts('text', texts);
  document.parts = numbered.parts;
  document.rewrite = async (replacements) =>
    encodeText({ ...decoded, text: rewriteSource(decoded.text, numbered.texts, replacements) });
  return document;
}

const DECLARED =
  /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})["']|<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i;
/** Of this many bytes at the start the declaration is looked for (HTML Living Standard, section 13.2.3.2). */
const DECLARATION_BYTES = 1_024;

/** Markup may declare another encoding. It is read so, and written as UTF-8 with a mark, which outranks the declaration. */
function decodeMarked(bytes: Uint8Array, format: TextFormat): DecodedText | null {
  const decoded = decodeText(bytes);
  if ((format !== 'xml' && format !== 'html') || decoded?.encoding !== 'windows-1252') return decoded;
  const declared = DECLARED.exec(decoded.text.slice(0, DECLARATION_BYTES));
  const label = declared?.[1] ?? declared?.[2];
  if (label === undefined) return decoded;
  try {
    const decoder = new TextDecoder(label);
    if (decoder.encoding === 'windows-1252' || decoder.encoding.startsWith('utf-')) return decoded;
    return { text: decoder.decode(bytes), encoding: 'utf-8', hasMark: true };
  } catch {
    return decoded;
  }
}
