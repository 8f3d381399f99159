/**
 * Cuts a text into words and signs for the name tagger: one pass, no patterns. Every token knows its place, a hash of its
 * folded form and its shape; an address or a link is one token.
 */

/** What a token looks like. */
export const SHAPE = {
  sign: 0,
  lower: 1,
  title: 2,
  capitals: 3,
  /** `J.` or `J`. */
  initial: 4,
  /** Capitals inside or joined parts: `McDonald`, `Jean-Luc`, `O'Neill`. */
  mixed: 5,
  number: 6,
  /** Letters with digits or underscores, or with capitals behind a small beginning: `addItem`. */
  code: 7,
  /** Address, link or mention. */
  link: 8,
  /** Letters of a script without capitals. */
  caseless: 9,
  /** Words run together: `EventListener`, `YouTube`. */
  camel: 10,
} as const;

/** What stands in front of a token. */
export const GAP = { none: 0, space: 1, line: 2, paragraph: 3 } as const;

/** Parallel arrays over the tokens of a text. Offsets are UTF-16, end exclusive. */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Hash of the folded token. */
  hash: Int32Array;
  shape: Uint8Array;
  gap: Uint8Array;
}

const OTHER = 0;
const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
const SPACE = 4;
const NEWLINE = 5;
const CASELESS = 6;
/** Class of each UTF-16 unit plus one; 0 means not looked at yet. */
const classes = new Uint8Array(65536);

function computeClass(code: number): number {
  const char = String.fromCharCode(code);
  if (char === '\n' || char === '\r') return NEWLINE;
  if (/\s/.test(char)) return SPACE;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/\p{N}/u.test(char)) return DIGIT;
  if (/\p{L}/u.test(char)) return CASELESS;
  return /\p{M}/u.test(char) ? LOWER : OTHER;
}

function classOf(code: number): number {
  const known = classes[code]!;
  if (known > 0) return known - 1;
  const found = computeClass(code);
  classes[code] = found + 1;
  return found;
}

function isWord(kind: number): boolean {
  return kind === LOWER || kind === UPPER || kind === DIGIT || kind === CASELESS;
}

/** Hash of a stretch of folded text: FNV-1a with a last mix, as a signed 32-bit number. */
export function hashText(folded: string, start = 0, end = folded.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  return mix(hash);
}

export function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const MOST_JOINED = 40;
const LONGEST_WORD = 40;
/** Of a surname: `Mc`, `Mac`, `Van`, `Fitz` is written apart. */
const LONGEST_PREFIX = 3;

/** Cuts `text`; `folded` is `fold(text)`. */
export function tokenise(text: string, folded: string): Tokens {
  const size = text.length;
  const room = size + 1;
  const start = new Int32Array(room);
  const end = new Int32Array(room);
  const hash = new Int32Array(room);
  const shape = new Uint8Array(room);
  const gap = new Uint8Array(room);
  let count = 0;
  let pending: number = GAP.paragraph;
  let at = 0;
  while (at < size) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === SPACE) {
      if (pending === GAP.none) pending = GAP.space;
      at += 1;
      continue;
    }
    if (kind === NEWLINE) {
      const twice = pending >= GAP.line && !(code === 10 && text.charCodeAt(at - 1) === 13);
      pending = twice ? GAP.paragraph : Math.max(pending, GAP.line);
      at += 1;
      continue;
    }
    let from = at;
    let form: number = SHAPE.sign;
    if (isWord(kind)) {
      [at, form] = readWord(text, at, kind);
    } else if ((code === 64 && isWord(classAt(text, at + 1))) || (code === 58 && text.startsWith('//', at + 1))) {
      // The tokens in front that touch the sign belong to the address or link.
      let joined = 0;
      while (count > 0 && pending === GAP.none && end[count - 1] === from && joined < MOST_JOINED) {
        if (shape[count - 1] === SHAPE.sign && !'.-+_'.includes(text[start[count - 1]!]!)) break;
        count -= 1;
        joined += 1;
        from = start[count]!;
        pending = gap[count]!;
      }
      at = linkEnd(text, at + 1);
      form = SHAPE.link;
    } else {
      at += 1;
      while (at < size && text.charCodeAt(at) === code) at += 1;
    }
    start[count] = from;
    end[count] = at;
    hash[count] = form === SHAPE.link ? 1 : form === SHAPE.number ? 2 + Math.min(6, at - from) : 0;
    if (hash[count] === 0)
      hash[count] = hashText(folded, from, Math.min(at, from + (form === SHAPE.sign ? 1 : LONGEST_WORD)));
    shape[count] = form;
    gap[count] = pending;
    pending = GAP.none;
    count += 1;
  }
  return { count, start, end, hash, shape, gap };
}

function classAt(text: string, at: number): number {
  return at < text.length ? classOf(text.charCodeAt(at)) : SPACE;
}

function linkEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SPACE || kind === NEWLINE || '<>"\'()[]{},;|'.includes(text[at]!)) break;
    at += 1;
  }
  while (at > from && '.!?:'.includes(text[at - 1]!)) at -= 1;
  return at;
}

/** Reads the word at `from`: where it ends and its shape. */
function readWord(text: string, from: number, first: number): [end: number, shape: number] {
  let at = from + 1;
  let previous = first;
  let uppers = first === UPPER ? 1 : 0;
  let lowers = first === LOWER ? 1 : 0;
  let digits = first === DIGIT ? 1 : 0;
  let caseless = first === CASELESS ? 1 : 0;
  let joined = false;
  let humps = 0;
  let hump = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === UPPER) {
      if (previous === LOWER) {
        humps += 1;
        if (humps === 1) hump = at - from;
      }
      uppers += 1;
    } else if (kind === LOWER) lowers += 1;
    else if (kind === DIGIT) digits += 1;
    else if (kind === CASELESS) caseless += 1;
    else if (code === 95 && isWord(classAt(text, at + 1))) digits += 1;
    else if (code === 45 && previous !== DIGIT && classAt(text, at + 1) === UPPER && digits === 0) {
      joined = true;
      previous = OTHER;
      at += 1;
      continue;
    } else if (code === 39 && at - from <= 2 && uppers > 0 && classAt(text, at + 1) === UPPER) {
      joined = true;
      previous = OTHER;
      at += 1;
      continue;
    } else break;
    previous = kind;
    at += 1;
  }
  if (digits > 0) return [at, uppers + lowers + caseless > 0 ? SHAPE.code : SHAPE.number];
  if (caseless > 0) return [at, SHAPE.caseless];
  if (uppers === 0) return [at, SHAPE.lower];
  if (at - from === 1) return text.charCodeAt(at) === 46 ? [at + 1, SHAPE.initial] : [at, SHAPE.initial];
  if (lowers === 0) return [at, SHAPE.capitals];
  if (joined) return [at, SHAPE.mixed];
  if (first !== UPPER) return [at, SHAPE.code];
  if (humps > 1 || hump > LONGEST_PREFIX) return [at, SHAPE.camel];
  return [at, uppers > 1 ? SHAPE.mixed : SHAPE.title];
}
