/**
 * `multipart/form-data` (RFC 7578), read and written on the source bytes. The boundary is taken from the first line of
 * the body, because the gate sees no headers. Chromium hides file contents at the gate: an empty file part is `no_body`.
 */
import { concatBytes } from './bytes.ts';
import { type FileReplacements, type Leaf, NO_FILES, type Opaque, type Opened, type Replacements } from './leaf.ts';
import { decodeUtf8, decodeUtf8Leniently, encodeUtf8, hasControls } from './utf8.ts';

interface Part {
  headers: string;
  /** Offset of the headers, and offsets of the content, in the body. */
  at: number;
  start: number;
  end: number;
}

interface Span {
  holds: Leaf | Opaque;
  start: number;
  end: number;
  quoted: boolean;
}

const HEADERS_END = encodeUtf8('\r\n\r\n');
const LONGEST_BOUNDARY = 200;

/** Open a multipart body. Null when the bytes do not start and end as one. */
export function openMultipart(bytes: Uint8Array): Opened<Uint8Array> | null {
  const parts = splitParts(bytes);
  if (parts === null) return null;
  const spans: Span[] = [];
  const opaque: Opaque[] = [];
  for (const { headers, at, start, end } of parts) {
    const name = parameter(headers, 'name') ?? '';
    const fileName = parameter(headers, 'filename');
    if (fileName)
      spans.push({ holds: { path: [name, 'filename'], text: fileName }, ...fileNameSpan(bytes, at), quoted: true });
    const content = bytes.subarray(start, end);
    const text = decodeUtf8(content);
    if (text === null || hasControls(text)) {
      const file = { name: fileName ?? '', type: contentType(headers), bytes: content };
      opaque.push({ path: [name], reason: 'binary', file });
      spans.push({ holds: opaque.at(-1)!, start, end, quoted: false });
    } else if (fileName && text === '') opaque.push({ path: [name], reason: 'no_body' });
    else {
      const file = fileName === null ? {} : { file: { name: fileName, type: contentType(headers) } };
      spans.push({ holds: { path: [name], text, ...file }, start, end, quoted: false });
    }
  }
  return {
    leaves: spans.flatMap(({ holds }) => ('text' in holds ? [holds] : [])),
    opaque,
    close: (replacements, files = NO_FILES) => splice(bytes, spans, replacements, files),
  };
}

function splitParts(bytes: Uint8Array): Part[] | null {
  const firstLine = indexOf(bytes, encodeUtf8('\r\n'), 0);
  if (firstLine < 3 || firstLine > LONGEST_BOUNDARY || bytes[0] !== 0x2d || bytes[1] !== 0x2d) return null;
  const separator = new Uint8Array([0x0d, 0x0a, ...bytes.subarray(0, firstLine)]);
  const parts: Part[] = [];
  let at = firstLine + 2;
  for (;;) {
    const headersEnd = indexOf(bytes, HEADERS_END, at);
    const start = headersEnd + HEADERS_END.length;
    // A part without content may share its line break with the separator that follows.
    const end = headersEnd < 0 ? -1 : indexOf(bytes, separator, start - 2);
    if (end < 0) return null;
    const headers = decodeUtf8Leniently(bytes.subarray(at, headersEnd));
    if (!/^content-disposition:\s*form-data/im.test(headers)) return null;
    parts.push({ headers, at, start, end: Math.max(start, end) });
    at = end + separator.length;
    const isLast = bytes[at] === 0x2d && bytes[at + 1] === 0x2d;
    if (isLast) return parts;
    if (bytes[at] !== 0x0d || bytes[at + 1] !== 0x0a) return null;
    at += 2;
  }
}

/** Quoted parameter of Content-Disposition; browsers escape quotes and line breaks in it as percent codes. */
function parameter(headers: string, name: string): string | null {
  const match = new RegExp(`^content-disposition:[^\\r\\n]*;\\s*${name}="([^"\\r\\n]*)"`, 'im').exec(headers);
  return match === null ? null : match[1]!.replace(/%(?:22|0D|0A)/g, (code) => decodeURIComponent(code));
}

function fileNameSpan(bytes: Uint8Array, headersAt: number): { start: number; end: number } {
  const opening = encodeUtf8('filename="');
  const start = indexOf(bytes, opening, headersAt) + opening.length;
  return { start, end: bytes.indexOf(0x22, start) };
}

function quote(text: string): string {
  return text.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}

function contentType(headers: string): string {
  return /^content-type:\s*([^\r\n;]*)/im.exec(headers)?.[1]?.trim() ?? '';
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(wanted[0]!, from); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    let matched = 1;
    while (matched < wanted.length && bytes[at + matched] === wanted[matched]) matched++;
    if (matched === wanted.length) return at;
  }
  return -1;
}

function splice(
  bytes: Uint8Array,
  spans: readonly Span[],
  replacements: Replacements,
  files: FileReplacements,
): Uint8Array {
  const chunks: Uint8Array[] = [];
  let done = 0;
  for (const { holds, start, end, quoted } of spans) {
    const content = 'text' in holds ? replacements.get(holds) : files.get(holds);
    if (content === undefined) continue;
    const written = typeof content === 'string' ? encodeUtf8(quoted ? quote(content) : content) : content;
    chunks.push(bytes.subarray(done, start), written);
    done = end;
  }
  chunks.push(bytes.subarray(done));
  return concatBytes(chunks);
}
