/**
 * What the learned weights say of a text: for each use the best of its stretches of one to three sentences, so that a
 * question counts the same alone and behind a long document. Time in proportion to the words.
 */
import { pairFeature, readWords } from './use-features.ts';
import type { UseWeights } from './use-weights.ts';
import { addWeights, KIND_VALUES, WordSums } from './word-sums.ts';

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

const wordSums = new WeakMap<UseWeights, WordSums>();

/** Sums of the weights, best stretch for each use of `weights.scales`. */
export function scoreUses(weights: UseWeights, folded: string, skips: (offset: number) => boolean): Float64Array {
  const uses = weights.scales.length;
  const { count, sentenceCount, sentences, starts, ends } = readWords(folded, skips);
  if (count === 0) return Float64Array.from(weights.scales, ({ bias }) => bias);
  const known = wordSums.get(weights) ?? new WordSums(weights);
  wordSums.set(weights, known);
  known.beginText();
  const rows = new Int32Array(count);
  for (let i = 0; i < count; i += 1) rows[i] = known.rowOf(folded, starts[i]!, ends[i]!);
  const sums = new Float64Array(sentenceCount * uses);
  const lengths = new Int32Array(sentenceCount);
  const { stems, sums: ofWords } = known;
  /** The sentence in which each word was seen last, plus one. */
  const lastSeen = new Int32Array(stems.length);
  for (let i = 0; i < count; i += 1) {
    const sentence = sentences[i]!;
    const at = sentence * uses;
    const row = rows[i]!;
    // What is said again and again in a sentence is said once.
    if (lastSeen[row] === sentence + 1) continue;
    lastSeen[row] = sentence + 1;
    lengths[sentence]! += 1;
    const from = row * uses;
    for (let use = 0; use < uses; use += 1) sums[at + use]! += ofWords[from + use]!;
    for (let gap = 1 as 1 | 2; gap <= 2 && gap <= i && sentences[i - gap] === sentence; gap += 1) {
      addWeights(weights, pairFeature(stems[rows[i - gap]!]!, stems[row]!, gap as 1 | 2), KIND_VALUES.pair, sums, at);
    }
  }
  return bestStretches(sums, lengths, uses).map((sum, use) => sum * weights.step + weights.scales[use]!.bias);
}

/** What one word counts in a stretch of so many. */
export function shareOf(words: number): number {
  return words > MANY_WORDS ? Math.sqrt(MANY_WORDS) / words : 1 / Math.sqrt(Math.max(LEAST_WORDS, words));
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
        const placed = score > 0 ? score * place : score;
        if (placed > best[use]!) best[use] = placed;
      }
    }
  }
  return best;
}
