/**
 * Makes text comparable without losing where it came from: what a reader sees as the same digits, letters, spaces and
 * dashes becomes the same code units, what a reader does not see is removed, and every unit knows its place in the original.
 */

import { isCombining, plainCharacter } from './characters.ts';
import { latinLookAlikes } from './look-alikes.ts';
import { nextNonAscii } from './non-ascii.ts';

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

function identity(text: string): Normalised {
  return { text, identity: true, toOriginal: (start, end) => ({ start, end }) };
}

/** What to do with each UTF-16 unit, found out when it is first met. */
const UNIT = { unknown: 0, same: 1, sameForeign: 2, other: 3 } as const;
const units = new Uint8Array(65536);
/** No look-alike of a Latin letter lies below (look-alikes.ts). */
const FIRST_FOREIGN = 0x250;

function unitKind(code: number): number {
  const known = units[code]!;
  if (known !== UNIT.unknown) return known;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isSame = !isSurrogate && !isCombining(code) && plainCharacter(code) === String.fromCharCode(code);
  const kind = !isSame ? UNIT.other : code < FIRST_FOREIGN ? UNIT.same : UNIT.sameForeign;
  units[code] = kind;
  return kind;
}

/**
 * Where the units of a normalised text come from, as stretches: either unit by unit, or all of a stretch from one span of
 * the original.
 */
class Origins {
  /** Where stretches begin in the normalised text, and in the original; the length of the span, 0 for unit by unit. */
  readonly #places = [0];
  readonly #starts = [0];
  readonly #lengths = [0];

  /** What follows at `place` comes from the original at `start`. */
  add(place: number, start: number, length = 0): void {
    const last = this.#places.length - 1;
    const at = this.#places[last] === place ? last : last + 1;
    this.#places[at] = place;
    this.#starts[at] = start;
    this.#lengths[at] = length;
  }

  /** The last unit before `place` also comes from the mark that ends at `end` in the original. */
  extend(place: number, end: number): void {
    const start = this.start(place - 1);
    if (this.#places.at(-1) === place) {
      this.#places.pop();
      this.#starts.pop();
      this.#lengths.pop();
    }
    this.add(place - 1, start, end - start);
    this.add(place, end);
  }

  get isIdentity(): boolean {
    return this.#places.length === 1 && this.#starts[0] === 0 && this.#lengths[0] === 0;
  }

  start(place: number): number {
    const at = this.#at(place);
    return this.#starts[at]! + (this.#lengths[at] === 0 ? place - this.#places[at]! : 0);
  }

  end(place: number): number {
    const at = this.#at(place);
    return this.#starts[at]! + (this.#lengths[at]! || place - this.#places[at]! + 1);
  }

  #at(place: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#places[middle]! <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/**
 * Normalises a text of any content in linear time: NFKC for each character, digits of every script to ASCII, dash and
 * space variants to `-` and ` `, curly quotes to straight ones, combining marks joined, invisible characters removed,
 * look-alikes of other scripts in Latin words exchanged.
 * Lone surrogates and NUL are kept as they are. Letter case is kept.
 */
export function normalise(text: string): Normalised {
  const first = nextNonAscii(text, 0);
  if (first === text.length) return identity(text);
  const pieces: string[] = [];
  const origins = new Origins();
  let hasForeign = false;
  /** Length of the normalised text without what is unchanged since `from`. */
  let length = 0;
  let from = 0;
  for (let at = first; at < text.length; at = nextNonAscii(text, at)) {
    const code = text.charCodeAt(at);
    const kind = unitKind(code);
    if (kind !== UNIT.other) {
      hasForeign ||= kind === UNIT.sameForeign;
      at += 1;
      continue;
    }
    const point = text.codePointAt(at)!;
    const size = point > 0xffff ? 2 : 1;
    const isMark = isCombining(point);
    const plain = isMark ? text[at]! : plainCharacter(point);
    hasForeign ||= mayLookLatin(plain);
    if (!isMark && plain.length === size && text.startsWith(plain, at)) {
      at += size;
      continue;
    }
    if (at > from) pieces.push(text.slice(from, at));
    length += at - from;
    from = at + size;
    if (isMark && joinMark(pieces, plain)) {
      origins.extend(length, from);
    } else {
      if (plain !== '') pieces.push(plain);
      if (plain.length !== size) {
        origins.add(length, at, size);
        origins.add(length + plain.length, from);
      }
      length += plain.length;
    }
    at = from;
  }
  const joined = from > 0 ? pieces.join('') + text.slice(from) : text;
  const plain = hasForeign ? latinLookAlikes(joined) : joined;
  return { text: plain, identity: plain === text, toOriginal: originalSpan(text, origins) };
}

function mayLookLatin(plain: string): boolean {
  for (let at = 0; at < plain.length; at += 1) if (plain.charCodeAt(at) >= FIRST_FOREIGN) return true;
  return false;
}

/** Puts a combining mark on the unit before it; a mark that has no composed form with it is dropped. False when there is no such unit. */
function joinMark(pieces: string[], mark: string): boolean {
  const last = pieces.at(-1) ?? '';
  const base = last.slice(-1);
  if (base <= ' ') return false;
  const joined = (base + mark).normalize('NFC');
  if (joined.length !== 1) return true;
  pieces.pop();
  if (last.length > 1) pieces.push(last.slice(0, -1));
  pieces.push(joined);
  return true;
}

/** A span that would cut a surrogate pair of the original is widened. */
function originalSpan(text: string, origins: Origins): Normalised['toOriginal'] {
  const isInPair = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
  return (start, end) => {
    const [first, last] = origins.isIdentity ? [start, end] : [origins.start(start), origins.end(end - 1)];
    return { start: isInPair(first) ? first - 1 : first, end: isInPair(last) ? last + 1 : last };
  };
}
