/**
 * Other readings of a text: what stands there in base64, in hex, percent-encoded, as a string literal cut in pieces, or
 * broken over lines. One layer deep: a reading is never read again.
 */

/** A further text to scan. */
export interface View {
  text: string;
  /** Evidence code for what is found here. */
  evidence: string;
  /** Maps a span of the view (UTF-16, end exclusive) to a span of the text it was made from. */
  toSource(start: number, end: number): { start: number; end: number };
}

/** At least 24 characters: shorter runs cannot hold a card or a token. The class of the run has no inner ambiguity. */
const BASE64_RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}={0,2}/g;
const HEX_RUN = /^(?:[0-9a-fA-F]{2}){12,}$/;
const NOT_PRINTABLE = /[^\t\n\r\x20-\x7e]/;
const PERCENT_ESCAPE = /%[0-9a-fA-F]{2}/g;
const LITERAL_JOINT = /["'`][ \t\r\n]{0,8}(?:\+|\.\.?|&|\|\||\\\r?\n)[ \t\r\n]{0,24}["'`]/g;
const LINE_JOINT = /(?<=[A-Za-z0-9_/+-])[ \t]{0,4}\r?\n[ \t]{0,8}(?=[A-Za-z0-9_/+-])/g;
/** The first bytes already tell text from binary; decoding the rest is only worth it for text. */
const PROBE = 24;

function decodeHex(run: string): string {
  let out = '';
  for (let i = 0; i + 1 < run.length; i += 2) out += String.fromCharCode(Number.parseInt(run.slice(i, i + 2), 16));
  return out;
}

function decodeBase64(run: string): string {
  const plain = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  return atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
}

function printable(decode: (run: string) => string, run: string): string | null {
  if (NOT_PRINTABLE.test(decode(run.slice(0, PROBE)))) return null;
  const text = decode(run);
  return NOT_PRINTABLE.test(text) ? null : text;
}

/** Readings of the base64 and hex runs; a finding in one covers the whole run. */
export function encodedViews(text: string): View[] {
  const views: View[] = [];
  for (const match of text.matchAll(BASE64_RUN)) {
    const run = match[0];
    const start = match.index;
    const span = { start, end: start + run.length };
    const hex = HEX_RUN.test(run) ? printable(decodeHex, run) : null;
    const decoded = hex ?? printable(decodeBase64, run);
    if (decoded === null) continue;
    views.push({ text: decoded, evidence: hex === null ? 'encoded:base64' : 'encoded:hex', toSource: () => span });
  }
  return views;
}

/** The text with the matches of a pattern replaced, and the way back. Null when nothing matches. */
function rewrite(text: string, pattern: RegExp, evidence: string, replace: (found: string) => string): View | null {
  const pieces: string[] = [];
  /** Ends of the pieces in the view and where each piece begins in the source. */
  const ends: number[] = [];
  const sources: number[] = [];
  const lengths: number[] = [];
  let length = 0;
  const add = (piece: string, source: number, sourceLength: number) => {
    length += piece.length;
    pieces.push(piece);
    ends.push(length);
    sources.push(source);
    lengths.push(sourceLength);
  };
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) add(text.slice(from, match.index), from, match.index - from);
    const piece = replace(match[0]);
    if (piece !== '') add(piece, match.index, match[0].length);
    from = match.index + match[0].length;
  }
  if (from === 0) return null;
  if (from < text.length) add(text.slice(from), from, text.length - from);
  const pieceAt = (offset: number) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const place = (offset: number) => {
    const at = pieceAt(offset);
    const inPiece = offset - (ends[at]! - pieces[at]!.length);
    const same = pieces[at]!.length === lengths[at]!;
    return same
      ? { start: sources[at]! + inPiece, end: sources[at]! + inPiece + 1 }
      : { start: sources[at]!, end: sources[at]! + lengths[at]! };
  };
  return {
    text: pieces.join(''),
    evidence,
    toSource: (start, end) => ({ start: place(start).start, end: place(end - 1).end }),
  };
}

function decodeEscape(escaped: string): string {
  const char = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return NOT_PRINTABLE.test(char) ? '' : char;
}

/** The text with percent escapes of printable ASCII resolved. */
export function percentView(text: string): View | null {
  return text.includes('%') ? rewrite(text, PERCENT_ESCAPE, 'encoded:percent', decodeEscape) : null;
}

/** The text with string literals joined (`"AK" + "IA"`). */
export function joinedLiteralsView(text: string): View | null {
  return rewrite(text, LITERAL_JOINT, 'joined:literal', () => '');
}

/** The text with lines joined where a long token may go on. */
export function joinedLinesView(text: string): View | null {
  return text.includes('\n') ? rewrite(text, LINE_JOINT, 'joined:lines', () => '') : null;
}
