/** E-mail messages (EML): headers, bodies and attachments. They are read, not written. */
import PostalMime, { decodeWords, type Email } from 'postal-mime';
import type { SourceFile } from './document.ts';
import { readMarkup } from './markup-text.ts';
import { nest, numberTexts, type OpenContext, type OpenDocument, unreadable } from './open-document.ts';

/** The parser keeps every line for itself: some thirty megabytes of attachments, or a text nobody wrote. */
const MOST_LINES = 400_000;

export async function openMail(file: SourceFile, context: OpenContext): Promise<OpenDocument> {
  if (lineCount(file.bytes) > MOST_LINES) return unreadable('eml', 'oversized');
  const mail = await PostalMime.parse(file.bytes, { attachmentEncoding: 'arraybuffer' });
  const document: OpenDocument = { format: 'eml', parts: [], unreadable: [], rewrite: null };
  const add = (id: string, text: string) => {
    if (text.trim() !== '') document.parts.push({ id, place: id, text });
  };
  add('headers', mail.headers.map(({ originalKey, value }) => `${originalKey}: ${decodeWords(value)}`).join('\n'));
  add('text', mail.text ?? '');
  const html = numberTexts('html', await readMarkup(mail.html ?? '', 'html', 'html', context.work));
  document.parts.push(...html.parts);
  add('source', unreadLines(file.bytes, mail));
  add(
    'attachments',
    mail.attachments
      .flatMap(({ filename, description }) => [filename ?? '', description ?? ''])
      .join('\n')
      .trim(),
  );
  for (const [index, { filename, mimeType, content }] of mail.attachments.entries()) {
    context.work.member();
    if (context.work.stopped) break;
    const name = filename ?? mimeType;
    const inner =
      typeof content === 'string'
        ? unreadable('unknown', 'damaged')
        : await context.openInner({ name: filename ?? '', mediaType: mimeType, bytes: new Uint8Array(content) });
    const { parts, unreadable: gaps } = nest(`attachment-${index}`, name, inner);
    document.parts.push(...parts);
    document.unreadable.push(...gaps);
    context.work.progress((index + 1) / mail.attachments.length);
  }
  return document;
}

function lineCount(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

const BASE64_LINE = /^[A-Za-z0-9+/]{16,}={0,2}$/;
const BOUNDARY_LINE = /^--/;
const STRUCTURE_LINE =
  /^(?:content-(?:type|transfer-encoding|disposition|id)|mime-version):|^\s+(?:boundary|charset|name|filename)\*?=/i;

/** Lines of the file that stand in nothing that was read: in front of the first part, behind the last, in unused headers. */
function unreadLines(bytes: Uint8Array, { text, html, headerLines }: Email): string {
  const read = [text ?? '', html ?? '', ...headerLines.map(({ line }) => line)];
  const known = new Set(read.flatMap((part) => part.split(/\r?\n/)).map((line) => line.trim()));
  const isUnread = (line: string) => {
    const trimmed = line.trim();
    if (trimmed === '' || known.has(trimmed) || BASE64_LINE.test(trimmed)) return false;
    return !BOUNDARY_LINE.test(trimmed) && !STRUCTURE_LINE.test(line);
  };
  return new TextDecoder().decode(bytes).split(/\r?\n/).filter(isUnread).join('\n');
}
