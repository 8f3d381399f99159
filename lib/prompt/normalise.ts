/**
 * Makes text comparable without losing where it came from: what a reader sees as the same digits, letters, spaces and
 * dashes becomes the same code units, what a reader does not see is removed, and every unit knows its place in the original.
 */

import { isCombining, plainCharacter } from './characters.ts';
import { latinLookAlikes } from './look-alikes.ts';

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
 * space variants to `-` and ` `, curly quotes to straight ones, combining marks joined, invisible characters removed,
 * look-alikes of other scripts in Latin words exchanged.
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
    } else if (isCombining(code)) {
      out.pushCombining(text[index]!, index, index + 1);
      changed = true;
    } else if (code >= 0xd800 && code <= 0xdfff) {
      out.push(text[index]!, index, index + 1);
    } else {
      const piece = plainCharacter(code);
      out.push(piece, index, index + size);
      changed ||= piece.length !== size || !text.startsWith(piece, index);
    }
    index += size;
  }
  if (!changed) return pairAware(text, latinLookAlikes(text));
  const { starts, ends } = out;
  return {
    text: latinLookAlikes(out.text()),
    identity: false,
    toOriginal: (start, end) => ({ start: starts[start]!, end: ends[end - 1]! }),
  };
}

/** Text of unchanged length that may hold surrogate pairs: a span that would cut one is widened. */
function pairAware(text: string, plain: string): Normalised {
  const isPair = (at: number) =>
    at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return {
    text: plain,
    identity: plain === text,
    toOriginal: (start, end) => ({ start: isPair(start) ? start - 1 : start, end: isPair(end) ? end + 1 : end }),
  };
}
