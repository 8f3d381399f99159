/**
 * What the tagger looks at around one token. Every feature is a 32-bit number: its kind mixed with hashes, shapes and
 * table levels of the token and its neighbours. Training and use share this file, so a change needs a new model.
 */
import { joinHash, KNOWN, levelOf, lookUp, type NameTable } from './name-table.ts';
import { GAP, hashText, mix, SHAPE, type Tokens } from './tokens.ts';

/** A text made ready for the tagger. */
export interface TaggedText {
  folded: string;
  tokens: Tokens;
  /** Table levels of each token. */
  known: Uint8Array;
  /** 1 where a known place of several words begins, 2 where it goes on. */
  places: Uint8Array;
  /** 1 when the text is German, where every noun has a capital. */
  german: number;
}

/** Looks every token up. `hidden` holds hashes the table shall not know (training only). */
export function readText(folded: string, tokens: Tokens, table: NameTable, hidden?: ReadonlySet<number>): TaggedText {
  const { count, hash, shape, gap } = tokens;
  const known = new Uint8Array(count);
  const places = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const form = shape[i]!;
    if (form === SHAPE.sign || form === SHAPE.number || form === SHAPE.link || form === SHAPE.code) continue;
    if (hidden?.has(hash[i]!)) continue;
    let value = lookUp(table, hash[i]!);
    if (value === 0 && form === SHAPE.mixed) value = lookUpParts(folded, tokens, i, table);
    known[i] = value;
  }
  for (let i = 0; i + 1 < count; i += 1) {
    if (!isCapital(shape[i]!) || gap[i + 1] !== GAP.space) continue;
    const two = joinHash(hash[i]!, hash[i + 1]!);
    if (i + 2 < count && isCapital(shape[i + 2]!)) {
      if (levelOf(lookUp(table, joinHash(two, hash[i + 2]!)), KNOWN.place) > 0) {
        places[i] = 1;
        places[i + 1] = 2;
        places[i + 2] = 2;
        continue;
      }
    }
    if (places[i] === 0 && isCapital(shape[i + 1]!) && levelOf(lookUp(table, two), KNOWN.place) > 0) {
      places[i] = 1;
      places[i + 1] = 2;
    }
  }
  return { folded, tokens, known, places, german: isGerman(tokens) ? 1 : 0 };
}

const GERMAN = new Set(
  'der die das und ist nicht ein eine einen einem einer mit fur auf von den dem zu zum zur im ich sie wir bei aus wie'
    .split(' ')
    .map((word) => hashText(word)),
);
/** One German function word in so many small words. */
const GERMAN_SHARE = 8;

function isGerman({ count, hash, shape }: Tokens): boolean {
  let small = 0;
  let german = 0;
  for (let i = 0; i < count; i += 1) {
    if (shape[i] === SHAPE.lower) small += 1;
    if (GERMAN.has(hash[i]!)) german += 1;
  }
  return german > 0 && german * GERMAN_SHARE >= small;
}

/** The first part of a joined name that the table knows: "Anna-Lena". */
function lookUpParts(folded: string, { start, end }: Tokens, i: number, table: NameTable): number {
  const dash = folded.indexOf('-', start[i]);
  if (dash < 0 || dash >= end[i]!) return 0;
  return lookUp(table, hashText(folded, start[i], dash)) || lookUp(table, hashText(folded, dash + 1, end[i]));
}

/** A token with a capital at its front: what names are made of. */
export function isCapital(shape: number): boolean {
  return (
    shape === SHAPE.title ||
    shape === SHAPE.capitals ||
    shape === SHAPE.initial ||
    shape === SHAPE.mixed ||
    shape === SHAPE.camel
  );
}

export const MOST_FEATURES = 48;

const OUTSIDE = 0x1234567;

/** What tells the kinds of features apart. */
const SALTS = Int32Array.from({ length: MOST_FEATURES }, (_, kind) => Math.imul(kind + 1, 0x9e3779b1));

function pair(a: number, b: number): number {
  return mix(Math.imul(a, 0x01000193) ^ b);
}

/** Writes the features of token `i` to `out` and returns how many they are. */
export function featuresOf({ folded, tokens, known, places, german }: TaggedText, i: number, out: Int32Array): number {
  const { count, start, end, hash, shape, gap } = tokens;
  let n = 0;
  const w0 = hash[i]!;
  const lineStart = gap[i]! >= GAP.line;
  const w1 = i > 0 ? hash[i - 1]! : OUTSIDE;
  const w2 = i > 1 ? hash[i - 2]! : OUTSIDE;
  const v1 = i + 1 < count ? hash[i + 1]! : OUTSIDE;
  const v2 = i + 2 < count ? hash[i + 2]! : OUTSIDE;
  const s0 = shape[i]!;
  const s1 = i > 0 ? shape[i - 1]! | (lineStart ? 16 : 0) : 15;
  const s2 = i > 1 ? shape[i - 2]! : 15;
  const t1 = i + 1 < count ? shape[i + 1]! | (gap[i + 1]! >= GAP.line ? 16 : 0) : 15;
  const t2 = i + 2 < count ? shape[i + 2]! : 15;
  const g0 = known[i]! | (places[i]! << 8);
  const g1 = i > 0 ? known[i - 1]! | (places[i - 1]! << 8) : 0x3ff;
  const h1 = i + 1 < count ? known[i + 1]! | (places[i + 1]! << 8) : 0x3ff;
  const opens = opensSentence(folded, tokens, i) ? 1 : 0;
  // The run of capitalised tokens this one stands in, and the words that enclose it.
  let first = i;
  while (first > 0 && i - first < 5 && isCapital(shape[first - 1]!) && gap[first]! <= GAP.space) first -= 1;
  let last = i;
  while (last + 1 < count && last - i < 5 && isCapital(shape[last + 1]!) && gap[last + 1]! <= GAP.space) last += 1;
  const before = first > 0 ? hash[first - 1]! ^ (gap[first]! >= GAP.line ? 0x77 : 0) : OUTSIDE;
  const before2 = first > 1 ? hash[first - 2]! : OUTSIDE;
  const after = last + 1 < count ? hash[last + 1]! ^ (gap[last + 1]! >= GAP.line ? 0x77 : 0) : OUTSIDE;
  const position = ((i - first) << 3) | Math.min(7, last - first);
  const alone = (first === 0 || gap[first]! >= GAP.line) && (last + 1 >= count || gap[last + 1]! >= GAP.line) ? 1 : 0;
  const from = start[i]!;
  const to = end[i]!;
  out[n++] = SALTS[0]! ^ w0;
  out[n++] = SALTS[1]! ^ w1;
  out[n++] = SALTS[2]! ^ v1;
  out[n++] = SALTS[3]! ^ w2;
  out[n++] = SALTS[4]! ^ v2;
  out[n++] = SALTS[5]! ^ pair(w1, w0);
  out[n++] = SALTS[6]! ^ pair(w0, v1);
  out[n++] = SALTS[7]! ^ pair(w2, w1);
  out[n++] = SALTS[8]! ^ pair(v1, v2);
  out[n++] = SALTS[9]! ^ (s0 | (opens << 5) | (lineStart ? 64 : 0) | (alone << 7));
  out[n++] = SALTS[10]! ^ (s1 | (s0 << 5));
  out[n++] = SALTS[11]! ^ (s0 | (t1 << 5));
  out[n++] = SALTS[12]! ^ (s1 | (s0 << 5) | (t1 << 10));
  out[n++] = SALTS[13]! ^ (s2 | (s1 << 5) | (s0 << 10) | (t1 << 15) | (t2 << 20));
  if (s0 !== SHAPE.sign && s0 !== SHAPE.number) {
    const length = to - from;
    out[n++] = SALTS[14]! ^ (hashText(folded, Math.max(from, to - 2), to) ^ s0);
    if (length > 2) out[n++] = SALTS[15]! ^ hashText(folded, to - 3, to);
    if (length > 4) out[n++] = SALTS[16]! ^ hashText(folded, to - 4, to);
    if (length > 3) out[n++] = SALTS[17]! ^ hashText(folded, from, from + 3);
    out[n++] = SALTS[18]! ^ (Math.min(9, length) | (s0 << 4));
  }
  out[n++] = SALTS[19]! ^ g0;
  out[n++] = SALTS[20]! ^ pair(g0, s0 | (opens << 5) | (alone << 6));
  out[n++] = SALTS[21]! ^ pair(g1, g0);
  out[n++] = SALTS[22]! ^ pair(g0, h1);
  out[n++] = SALTS[23]! ^ pair(pair(g1, g0), h1);
  out[n++] = SALTS[24]! ^ pair(w1, g0);
  out[n++] = SALTS[25]! ^ pair(g0, v1);
  out[n++] = SALTS[26]! ^ pair(w1, s0);
  out[n++] = SALTS[27]! ^ pair(s0, v1);
  out[n++] = SALTS[28]! ^ pair(w1, v1);
  out[n++] = SALTS[29]! ^ pair(w0, s0 | (opens << 5));
  out[n++] = SALTS[30]! ^ pair(before, position);
  out[n++] = SALTS[31]! ^ pair(after, position);
  out[n++] = SALTS[32]! ^ pair(before2, before);
  out[n++] = SALTS[33]! ^ pair(before, after);
  out[n++] = SALTS[34]! ^ pair(before, g0);
  out[n++] = SALTS[35]! ^ pair(g0, after);
  out[n++] = SALTS[36]! ^ (position | (alone << 6) | (opens << 7));
  out[n++] = SALTS[37]! ^ pair(pair(before2, before), s0);
  out[n++] = SALTS[38]! ^ pair(german, pair(g0, s0 | (opens << 5)));
  out[n++] = SALTS[39]! ^ pair(german, pair(position | (opens << 7), s0));
  for (let feature = 0; feature < n; feature += 1) out[feature] = mix(out[feature]!);
  return n;
}

const ENDERS = new Set([...'.!?:'].map((sign) => hashText(sign)));

/** Whether a token stands where any word is capitalised. */
function opensSentence(_folded: string, { hash, gap, shape }: Tokens, i: number): boolean {
  if (i === 0 || gap[i]! >= GAP.line) return true;
  return shape[i - 1] === SHAPE.sign && ENDERS.has(hash[i - 1]!);
}
