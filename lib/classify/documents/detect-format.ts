/** What a file is. The bytes decide; name and media type only choose between readings of one text (CSV or prose). */
import type { DocumentFormat, SourceFile } from './document.ts';
import { SIGNATURES } from './signatures.data.ts';
import { decodeText } from './text-encoding.ts';

/** Where a text shows what it is. */
const HEAD = 16_384;
/** `%PDF-` may have this many bytes in front of it and readers still open the file (ISO 32000-1, implementation note 13). */
const PDF_HEAD = 1_024;
const ENCRYPTED_PACKAGE = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** `zip` stands for every archive of that kind; whether it is an office file its directory tells. */
export function detectFormat({ name, mediaType, bytes }: SourceFile): DocumentFormat {
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return 'zip';
  if (startsWith(bytes, '255044462d')) return 'pdf';
  if (startsWith(bytes, '1f8b08')) return 'gzip';
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) {
    return indexOfBytes(bytes, ENCRYPTED_PACKAGE) === -1 ? 'legacy-office' : 'encrypted-office';
  }
  const decoded = decodeText(bytes);
  if (decoded !== null) return textFormat(decoded.text, name.toLowerCase(), mediaType.toLowerCase());
  if (indexOfBytes(bytes.subarray(0, PDF_HEAD), [0x25, 0x50, 0x44, 0x46, 0x2d]) !== -1) return 'pdf';
  const known = SIGNATURES.find(({ hex, at = 0 }) => startsWith(bytes, hex, at));
  return known?.kind ?? 'unknown';
}

function startsWith(bytes: Uint8Array, hex: string, at = 0): boolean {
  for (let i = 0; i < hex.length; i += 2) {
    const byte = hex.slice(i, i + 2);
    if (byte !== '..' && bytes[at + i / 2] !== Number.parseInt(byte, 16)) return false;
  }
  return true;
}

/** First place of a short row of bytes, -1 if there is none. */
function indexOfBytes(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

const JSON_NAME = /\.(?:json|jsonl|ndjson|geojson|har|ipynb|webmanifest|map|jsonc|json5|avsc|tfstate)$/;
const CSV_NAME = /\.(?:csv|tsv|tab|psv)$/;
const HTML_NAME = /\.(?:html?|xhtml|mht|vue|svelte)$/;
const EML_NAME = /\.(?:eml|mht|mhtml)$/;
const HTML_START = /^\s*(?:<!--[^>]{0,1000}-->\s*)?<(?:!doctype\s+html|html|head|body|div|table|script|style|p)[\s>]/i;
const XML_START = /^\s*<(?:\?xml|!DOCTYPE|!--|[A-Za-z_][\w:.-]{0,100}[\s/>])/;
const HTML_ELEMENT = /<html[\s>]/i;
const HEADER_LINE = /^([A-Za-z][A-Za-z-]{0,60}):[ \t]?/;
const MAIL_HEADERS = new Set(
  'from to cc bcc subject date received return-path message-id mime-version content-type reply-to delivered-to'.split(
    ' ',
  ),
);

function textFormat(text: string, name: string, mediaType: string): DocumentFormat {
  const head = text.slice(0, HEAD);
  if (head.startsWith('{\\rtf')) return 'rtf';
  const headers = mailHeaders(head);
  if (headers >= 3 || (headers >= 1 && (EML_NAME.test(name) || mediaType === 'message/rfc822'))) return 'eml';
  const isMarkup = XML_START.test(head);
  if (isMarkup && (HTML_START.test(head) || HTML_ELEMENT.test(head))) return 'html';
  if (HTML_NAME.test(name) || mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html';
  if (isMarkup) return 'xml';
  if (JSON_NAME.test(name) || /^(?:application|text)\/(?:[\w.-]+\+)?(?:x-nd)?json/.test(mediaType)) return 'json';
  if (isJson(text)) return 'json';
  if (CSV_NAME.test(name) || /^text\/(?:csv|tab-separated-values)/.test(mediaType)) return 'csv';
  return 'text';
}

/** How many different headers of a message stand at the very start, one a line, ended by an empty line or the text. */
function mailHeaders(head: string): number {
  const found = new Set<string>();
  for (const line of head.split('\n')) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line) && found.size > 0) continue;
    const name = HEADER_LINE.exec(line)?.[1];
    if (name === undefined) return 0;
    if (MAIL_HEADERS.has(name.toLowerCase())) found.add(name.toLowerCase());
  }
  return found.has('from') || found.has('received') || found.has('mime-version') ? found.size : 0;
}

/** Longer texts are not parsed to find out. */
const LARGEST_TRIAL = 5_000_000;

/** An object or array as a whole, or one on the first line (JSON Lines). */
function isJson(text: string): boolean {
  const start = /^\s*[[{]\s*(?:["\]}[{]|-?\d)/.exec(text.slice(0, 1_000));
  if (start === null) return false;
  const line = text.trimStart().split('\n', 1)[0]!;
  return parses(line) || (text.length <= LARGEST_TRIAL ? parses(text) : true);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
