/**
 * What the learned weights say of a text: for each use the best of its stretches of one to three sentences, so that a
 * question counts the same alone and behind a long document. Time in proportion to the words.
 */
import { pairFeature, readWords, stemHash, WORD_FEATURES, wordFeatures, wordHash } from './use-features.ts';
import { findFeature, type UseWeights } from './use-weights.ts';

/** How much one feature of each kind counts; the runs of characters of a word together count more than the word. */
export const KIND_VALUES = { word: 1, stem: 1, runs: 1.4, pair: 0.8 } as const;
/** Few words are little to go by: a stretch counts as having at least so many. */
const LEAST_WORDS = 5;
/** In a stretch longer than this the mean of the words counts: many words are no evidence by being many. */
const MANY_WORDS = 20;

/** Sentences that stand together. */
const LONGEST_STRETCH = 3;
/** A text of up to so many sentences is also looked at as a whole. */
const SHORT_TEXT = 4;
/**
 * What a longer prompt is for stands at its beginning or its end: what stands further inside is more likely material, and
 * counts less when it speaks for a use.
 */
const EDGE = 2;
/** In a longer text a few words by themselves are less to go by: some among so many say anything. */
const LEAST_WORDS_AMONG_MANY = 9;
const AT_EDGE = 0.75;
const INSIDE = 0.3;

/** Sums of the weights, best stretch for each use of `weights.scales`. */
export function scoreUses(weights: UseWeights, folded: string, skips: (offset: number) => boolean): Float64Array {
  const uses = weights.scales.length;
  const words = readWords(folded, skips);
  const sums = new Float64Array(words.sentenceCount * uses);
  const lengths = new Int32Array(words.sentenceCount);
  const known = new WordSums(weights, folded);
  const stems = new Int32Array(words.count);
  const lastSeen = new Map<number, number>();
  for (let i = 0; i < words.count; i += 1) {
    const [start, end, sentence] = [words.starts[i]!, words.ends[i]!, words.sentences[i]!];
    const at = sentence * uses;
    const hash = wordHash(folded, start, end);
    const row = known.rowOf(hash, start, end);
    stems[i] = known.stems[row]!;
    // What is said again and again in a sentence is said once.
    if (lastSeen.get(hash) === sentence) continue;
    lastSeen.set(hash, sentence);
    lengths[sentence]! += 1;
    const from = row * uses;
    for (let use = 0; use < uses; use += 1) sums[at + use]! += known.sums[from + use]!;
    for (let gap = 1 as 1 | 2; gap <= 2 && words.sentences[i - gap] === sentence; gap += 1) {
      addFeature(weights, pairFeature(stems[i - gap]!, stems[i]!, gap as 1 | 2), KIND_VALUES.pair, sums, at);
    }
  }
  if (words.count === 0) return Float64Array.from(weights.scales, ({ bias }) => bias);
  return bestStretches(sums, lengths, uses).map((sum, use) => sum * weights.step + weights.scales[use]!.bias);
}

/** The sums of words that a text has, each made once. */
class WordSums {
  readonly stems: number[] = [];
  sums: Float64Array;
  readonly #weights: UseWeights;
  readonly #folded: string;
  readonly #uses: number;
  readonly #rows = new Map<number, number>();
  readonly #features = new Int32Array(WORD_FEATURES);

  constructor(weights: UseWeights, folded: string) {
    this.#weights = weights;
    this.#folded = folded;
    this.#uses = weights.scales.length;
    this.sums = new Float64Array(256 * this.#uses);
  }

  rowOf(hash: number, start: number, end: number): number {
    const known = this.#rows.get(hash);
    if (known !== undefined) return known;
    const row = this.stems.length;
    const at = row * this.#uses;
    if (at === this.sums.length) {
      const grown = new Float64Array(2 * at);
      grown.set(this.sums);
      this.sums = grown;
    }
    const count = wordFeatures(this.#folded, start, end, this.#features);
    const runs = KIND_VALUES.runs / Math.sqrt(Math.max(1, count - 2));
    addFeature(this.#weights, this.#features[0]!, KIND_VALUES.word, this.sums, at);
    addFeature(this.#weights, this.#features[1]!, KIND_VALUES.stem, this.sums, at);
    for (let i = 2; i < count; i += 1) addFeature(this.#weights, this.#features[i]!, runs, this.sums, at);
    this.stems.push(stemHash(this.#folded, start, end));
    this.#rows.set(hash, row);
    return row;
  }
}

/** What one word counts in a stretch of so many. */
export function shareOf(words: number): number {
  return words > MANY_WORDS ? Math.sqrt(MANY_WORDS) / words : 1 / Math.sqrt(Math.max(LEAST_WORDS, words));
}

function addFeature(weights: UseWeights, feature: number, value: number, sums: Float64Array, at: number): void {
  const slot = findFeature(weights, feature);
  if (slot < 0) return;
  const { begins, pairs } = weights;
  for (let pair = begins[slot]!; pair < begins[slot + 1]!; pair += 2) {
    sums[at + pairs[pair]!]! += value * pairs[pair + 1]!;
  }
}

function bestStretches(sums: Float64Array, lengths: Int32Array, uses: number): Float64Array {
  const count = lengths.length;
  const best = new Float64Array(uses).fill(Number.NEGATIVE_INFINITY);
  const stretch = new Float64Array(uses);
  for (let from = 0; from < count; from += 1) {
    stretch.fill(0);
    let length = 0;
    const longest = from === 0 && count <= SHORT_TEXT ? count : LONGEST_STRETCH;
    for (let to = from; to < Math.min(count, from + longest); to += 1) {
      length += lengths[to]!;
      const inside = from >= EDGE && to < count - EDGE;
      const place = count <= SHORT_TEXT ? 1 : inside ? INSIDE : AT_EDGE;
      const share = shareOf(count <= SHORT_TEXT ? length : Math.max(LEAST_WORDS_AMONG_MANY, length));
      for (let use = 0; use < uses; use += 1) {
        stretch[use]! += sums[to * uses + use]!;
        const score = stretch[use]! * share;
        best[use] = Math.max(best[use]!, score > 0 ? score * place : score);
      }
    }
  }
  return best;
}
