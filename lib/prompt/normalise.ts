/**
 * Makes text comparable without losing where it came from: what a reader sees as the same digits, letters, spaces and
 * dashes becomes the same code units, what a reader does not see is removed, and every unit knows its place in the original.
 */

export interface Normalised {
  /** The normalised text, UTF-16. The given string itself when nothing had to change. */
  text: string;
  /** True when `text` is the original and offsets are the same. */
  identity: boolean;
  /**
   * Maps a non-empty span of `text` (UTF-16, end exclusive) to the span of the original it came from.
   * Never splits a surrogate pair of the original.
   */
  toOriginal(start: number, end: number): { start: number; end: number };
}

const NON_ASCII = /[^\x00-\x7f]/;
const DECIMAL_DIGIT = /^\p{Nd}$/u;
const SPACE = /^\p{Zs}$/u;
const COMBINING_FIRST = 0x300;
const COMBINING_LAST = 0x36f;

/** Dashes, hyphens and minus signs that NFKC keeps apart (Unicode 17, general category Pd and U+2043, U+2212). */
const DASHES = new Set([
  0x58a, 0x5be, 0x1806, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212, 0x2e3a, 0x2e3b, 0xfe58, 0xfe63,
  0xff0d,
]);
const SINGLE_QUOTES = new Set([0x2018, 0x2019, 0x201a, 0x201b, 0x2032]);
const DOUBLE_QUOTES = new Set([0xab, 0xbb, 0x201c, 0x201d, 0x201e, 0x201f, 0x2033]);
const NEW_LINES = new Set([0x85, 0x2028, 0x2029]);

/** Characters without a visible form: soft hyphen, zero-width, bidirectional controls, variation selectors, tags. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x180b && code <= 0x180f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

/** The value of a decimal digit of any script. Unicode keeps each script's ten digits together and in order. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && DECIMAL_DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

function computeReplacement(code: number): string {
  if (isInvisible(code)) return '';
  if (DASHES.has(code)) return '-';
  if (SINGLE_QUOTES.has(code)) return "'";
  if (DOUBLE_QUOTES.has(code)) return '"';
  if (NEW_LINES.has(code)) return '\n';
  const char = String.fromCodePoint(code);
  if (SPACE.test(char) || code === 0x3164) return ' ';
  const folded = char.normalize('NFKC');
  if (DECIMAL_DIGIT.test(folded)) {
    const value = folded.codePointAt(0)!;
    return value < 0x80 ? folded : String(digitValue(value));
  }
  return folded;
}

/** Answers of `computeReplacement`; bounded by the number of Unicode code points. */
const replacements = new Map<number, string>();

function replacement(code: number): string {
  let known = replacements.get(code);
  if (known === undefined) {
    known = computeReplacement(code);
    replacements.set(code, known);
  }
  return known;
}

function identity(text: string): Normalised {
  return { text, identity: true, toOriginal: (start, end) => ({ start, end }) };
}

/** Output units with the original span of each, in typed arrays that grow as needed. */
class Output {
  length = 0;
  private units: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  push(piece: string, start: number, end: number): void {
    if (this.length + piece.length > this.units.length) this.grow(this.length + piece.length);
    for (let i = 0; i < piece.length; i += 1) {
      this.units[this.length] = piece.charCodeAt(i);
      this.starts[this.length] = start;
      this.ends[this.length] = end;
      this.length += 1;
    }
  }

  /** Joins a combining mark with the unit before it; a mark that has no composed form with it is dropped. */
  pushCombining(mark: string, start: number, end: number): void {
    const base = this.length === 0 ? '' : String.fromCharCode(this.units[this.length - 1]!);
    if (base <= ' ') {
      this.push(mark, start, end);
      return;
    }
    const joined = (base + mark).normalize('NFC');
    if (joined.length === 1) this.units[this.length - 1] = joined.charCodeAt(0);
    this.ends[this.length - 1] = end;
  }

  text(): string {
    const pieces: string[] = [];
    for (let at = 0; at < this.length; at += 8192) {
      pieces.push(String.fromCharCode(...this.units.subarray(at, Math.min(at + 8192, this.length))));
    }
    return pieces.join('');
  }

  private grow(least: number): void {
    const size = Math.max(least, this.units.length * 2);
    const { units, starts, ends } = this;
    this.units = new Uint16Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/**
 * Normalises a text of any content in linear time: NFKC for each character, digits of every script to ASCII, dash and
 * space variants to `-` and ` `, curly quotes to straight ones, combining marks joined, invisible characters removed.
 * Lone surrogates and NUL are kept as they are. Letter case is kept.
 */
export function normalise(text: string): Normalised {
  const first = text.search(NON_ASCII);
  if (first < 0) return identity(text);
  const out = new Output(text.length + 16);
  let changed = false;
  let index = 0;
  while (index < text.length) {
    const code = text.codePointAt(index)!;
    const size = code > 0xffff ? 2 : 1;
    if (code < 0x80) {
      out.push(text[index]!, index, index + 1);
    } else if (code >= COMBINING_FIRST && code <= COMBINING_LAST) {
      out.pushCombining(text[index]!, index, index + 1);
      changed = true;
    } else if (code >= 0xd800 && code <= 0xdfff) {
      out.push(text[index]!, index, index + 1);
    } else {
      const piece = replacement(code);
      out.push(piece, index, index + size);
      changed ||= piece.length !== size || !text.startsWith(piece, index);
    }
    index += size;
  }
  if (!changed) return pairAware(text);
  const { starts, ends } = out;
  return {
    text: out.text(),
    identity: false,
    toOriginal: (start, end) => ({ start: starts[start]!, end: ends[end - 1]! }),
  };
}

/** Unchanged text that may hold surrogate pairs: a span that would cut one is widened. */
function pairAware(text: string): Normalised {
  const isPair = (at: number) =>
    at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return {
    text,
    identity: true,
    toOriginal: (start, end) => ({ start: isPair(start) ? start - 1 : start, end: isPair(end) ? end + 1 : end }),
  };
}
