/**
 * What the learned model sees of a text: its words by sentence, and for each word the word itself, its stem and the runs
 * of 3 to 5 characters in it; pairs of neighbouring stems besides. All as 32-bit hashes. Training and use share this.
 */
import { mix } from '../names/tokens.ts';

/** Words of a text in order, numbers left out. Parallel arrays, the first `count` entries of each are used. */
export interface Words {
  count: number;
  /** UTF-16 offsets in the folded text, end exclusive. */
  starts: Int32Array;
  ends: Int32Array;
  /** The sentence each stands in, from 0. */
  sentences: Int32Array;
  sentenceCount: number;
}

/** A sentence without an end is cut here: what belongs together stands closer. */
const LONGEST_SENTENCE = 60;
const LONGEST_WORD = 24;
/** The most features one word has. */
export const WORD_FEATURES = 2 + 3 * LONGEST_WORD;

const LETTER = 1;
const DIGIT = 2;
const QUOTE = 3;
/** Ends a sentence when a space follows. */
const STOP = 4;
const LINE = 5;

const KINDS = new Uint8Array(128);
KINDS.fill(DIGIT, 48, 58);
KINDS.fill(LETTER, 65, 91);
KINDS.fill(LETTER, 97, 123);
KINDS[39] = QUOTE;
for (const sign of '.?!;:') KINDS[sign.charCodeAt(0)] = STOP;
KINDS[10] = LINE;

function kindOf(code: number): number {
  if (code < 128) return KINDS[code]!;
  // General punctuation, signs of East Asian text, guillemets, halves of emoji and the like are no letters.
  return (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x303f) ||
    code < 0xc0
    ? 0
    : LETTER;
}

/** `folded`: lower case without accents (fold.ts). `skips`: tells of a place that its text does not count (source code). */
export function readWords(folded: string, skips: (offset: number) => boolean): Words {
  const most = (folded.length >> 1) + 1;
  const [starts, ends, sentences] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  let count = 0;
  let sentence = 0;
  let inSentence = 0;
  let start = -1;
  let skipping = skips(0);
  for (let at = 0; at <= folded.length; at += 1) {
    const kind = at === folded.length ? 0 : kindOf(folded.charCodeAt(at));
    if (kind === LETTER || kind === DIGIT) {
      if (start < 0) start = at;
      continue;
    }
    if (kind === QUOTE && start >= 0 && kindOf(folded.charCodeAt(at + 1)) === LETTER) continue;
    if (start >= 0) {
      // Numbers say nothing about what a text is for, and lists of them would outweigh everything else.
      if (!skipping && kindOf(folded.charCodeAt(start)) === LETTER) {
        starts[count] = start;
        ends[count] = at;
        sentences[count] = sentence;
        count += 1;
        inSentence += 1;
      }
      start = -1;
    }
    const next = kind === STOP ? folded.charCodeAt(at + 1) : 0;
    const ended = kind === LINE || (kind === STOP && !(next > 32)) || inSentence >= LONGEST_SENTENCE;
    if (ended && inSentence > 0) {
      sentence += 1;
      inSentence = 0;
    }
    if (kind === LINE) skipping = skips(at + 1);
  }
  return { count, starts, ends, sentences, sentenceCount: inSentence > 0 ? sentence + 1 : sentence };
}

const WORD_SALT = 0x1b873593;
const STEM_SALT = 0x2c1b3c6d;
const RUN_SALT = 0x297a2d39;
const PAIR_SALT = [0, 0x165667b1, 0x61c88647] as const;

export function wordHash(folded: string, start: number, end: number): number {
  return hashOf(folded, start, end, WORD_SALT);
}

function hashOf(text: string, start: number, end: number, salt: number): number {
  let hash = salt;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Endings that say nothing about what a word means, in the four languages. */
const ENDINGS =
  'ation ations ungen ement ment ments ingly iones ness able ible ung ing ers ies est ion ant ent ons ado ada ed er es en em ly al as os ar ir ez te s e n a o y';
const SHORTEST_STEM = 3;

/** The endings read backwards: the state after a letter, by `state * 26 + letter`; 0: no ending goes on so. */
const endingSteps: number[] = [];
/** States in which an ending is complete. */
const isEnding: boolean[] = [false];
for (const ending of ENDINGS.split(' ')) {
  let state = 0;
  for (let at = ending.length - 1; at >= 0; at -= 1) {
    const slot = state * 26 + ending.charCodeAt(at) - 97;
    endingSteps[slot] ??= isEnding.push(false) - 1;
    state = endingSteps[slot]!;
  }
  isEnding[state] = true;
}
const steps = Uint8Array.from({ length: isEnding.length * 26 }, (_, slot) => endingSteps[slot] ?? 0);

/** Where the longest ending of a word begins that leaves a stem. */
function stemEnd(folded: string, start: number, end: number): number {
  let stem = end;
  let state = 0;
  for (let at = end - 1; at >= start + SHORTEST_STEM; at -= 1) {
    const letter = folded.charCodeAt(at) - 97;
    state = letter >= 0 && letter < 26 ? steps[state * 26 + letter]! : 0;
    if (state === 0) break;
    if (isEnding[state]) stem = at;
  }
  return stem;
}

/** The hash of what is left of a word without its ending. */
export function stemHash(folded: string, start: number, end: number): number {
  return hashOf(folded, start, stemEnd(folded, start, end), STEM_SALT);
}

/** Writes the features of one word to `out`: word, stem, then its runs of characters. Returns how many. */
export function wordFeatures(folded: string, start: number, end: number, out: Int32Array): number {
  out[0] = wordHash(folded, start, end);
  out[1] = stemHash(folded, start, end);
  let count = 2;
  const last = Math.min(end, start + LONGEST_WORD);
  if (last - start < 4) return count;
  // The beginning of a word counts as a character.
  for (let from = start - 1; from < last - 2; from += 1) {
    let hash = RUN_SALT;
    for (let at = from; at < Math.min(last, from + 5); at += 1) {
      hash = Math.imul(hash ^ (at < start ? 32 : folded.charCodeAt(at)), 0x01000193);
      if (at - from >= 2) out[count++] = mix(hash);
    }
  }
  return count;
}

/** The feature of two stems, the second `gap` (1 or 2) words behind the first. */
export function pairFeature(first: number, second: number, gap: 1 | 2): number {
  return mix(Math.imul(first, 31) ^ second ^ PAIR_SALT[gap]);
}
