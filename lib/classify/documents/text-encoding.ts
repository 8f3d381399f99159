/** Bytes of a text file into a string and back, in the encoding they came in. */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
  /** The file starts with a byte order mark (which is not part of `text`). */
  hasMark: boolean;
}

/** Of this many bytes at the start it is judged whether a file is text at all. */
const PROBE = 65_536;

/**
 * The text, or null where the bytes are no text. UTF-16 is known by its mark or by the zero bytes of Latin letters, UTF-8 by
 * being valid; everything else is read as Windows-1252, which has a character for every byte (WHATWG Encoding Standard).
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return readUtf16(bytes.subarray(2), 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return readUtf16(bytes.subarray(2), 'utf-16be', true);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const unmarked = guessUtf16(bytes);
  if (unmarked !== null) return readUtf16(bytes, unmarked, false);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return looksLikeText(text, 0.02) ? { text, encoding: 'utf-8', hasMark } : null;
  } catch {
    // Films and the like are not decoded to find out that they are no text.
    if (bytes.subarray(0, PROBE).includes(0)) return null;
    const text = new TextDecoder('windows-1252').decode(bytes);
    return !text.includes('\0') && looksLikeText(text, 0.005)
      ? { text, encoding: 'windows-1252', hasMark: false }
      : null;
  }
}

/** The bytes of a text; UTF-8 with a mark where the encoding of the file lacks one of its characters. */
export function encodeText({ text, encoding, hasMark }: DecodedText): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return writeUtf16(text, encoding, hasMark);
  if (encoding === 'windows-1252') return writeWindows1252(text) ?? writeUtf8(text, true);
  return writeUtf8(text, hasMark);
}

function writeUtf8(text: string, hasMark: boolean): Uint8Array {
  return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
}

/** An odd last byte is no character; such a file is not text. */
function readUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', hasMark: boolean): DecodedText | null {
  if (bytes.length % 2 === 1) return null;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return looksLikeText(text, 0.02) ? { text, encoding, hasMark } : null;
}

function writeUtf16(text: string, encoding: 'utf-16le' | 'utf-16be', hasMark: boolean): Uint8Array {
  const marked = hasMark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i += 1) view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

/** Latin text in UTF-16 without a mark has a zero in nearly every second byte, and hardly one in the others. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, PROBE) & ~1;
  if (length < 8 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) zeros[i & 1]! += 1;
  const half = length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.05) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.05) return 'utf-16be';
  return null;
}

/** Text has hardly a control character besides tab, line ends, form feed and the escape of terminals. */
function looksLikeText(text: string, share: number): boolean {
  const length = Math.min(text.length, PROBE);
  let controls = 0;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    const isLayout = (code >= 9 && code <= 13) || code === 27;
    if (((code < 32 && !isLayout) || code === 0xfffd) && ++controls > Math.max(2, length * share)) return false;
  }
  return true;
}

let windows1252: Map<string, number> | undefined;

function writeWindows1252(text: string): Uint8Array | null {
  if (windows1252 === undefined) {
    const all = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, code) => code));
    windows1252 = new Map([...all].map((character, code) => [character, code]));
  }
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = windows1252.get(text[i]!);
    if (code === undefined) return null;
    bytes[i] = code;
  }
  return bytes;
}
