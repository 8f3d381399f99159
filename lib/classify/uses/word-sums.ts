/** What the learned weights say of single words, each worked out once: most words of a text were in the texts before. */
import { WORD_FEATURES, wordFeatures, wordHash } from './use-features.ts';
import { findFeature, type UseWeights } from './use-weights.ts';

/** How much one feature of each kind counts; the runs of characters of a word together count more than the word. */
export const KIND_VALUES = { word: 1, stem: 1, runs: 1.4, pair: 0.8 } as const;

/** With more words than this, a new text begins with none. */
const MOST_KEPT = 4096;
const FEWEST = 512;

/** A row for each different word. Of a word nothing is kept but its hash. */
export class WordSums {
  readonly weights: UseWeights;
  /** The sums of row `r` begin at `r` times the number of uses. */
  sums = new Float64Array(0);
  /** The hash of the stem of each word. */
  stems = new Int32Array(0);
  #hashes = new Int32Array(0);
  /** Rows by hash, plus one; 0: empty. The size is a power of two. */
  #slots = new Int32Array(0);
  #count = 0;
  readonly #features = new Int32Array(WORD_FEATURES);
  readonly #runs: Int32Array;

  constructor(weights: UseWeights) {
    this.weights = weights;
    this.#runs = new Int32Array(weights.scales.length);
    this.#resize(FEWEST);
  }

  /** Rows stay valid until the next text. */
  beginText(): void {
    if (this.#count <= MOST_KEPT) return;
    this.#count = 0;
    this.#hashes = new Int32Array(0);
    this.#resize(FEWEST);
  }

  /** The row of the word at a place of a folded text (UTF-16, end exclusive). */
  rowOf(folded: string, start: number, end: number): number {
    const hash = wordHash(folded, start, end);
    const slot = this.#slotOf(hash);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    const row = this.#count;
    this.#count += 1;
    this.#slots[slot] = this.#count;
    this.#hashes[row] = hash;
    this.#sum(row, wordFeatures(folded, start, end, this.#features));
    if (this.#count === this.#hashes.length) this.#resize(2 * this.#count);
    return row;
  }

  /** Where a hash is, or would be. */
  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      if (this.#hashes[known - 1] === hash) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #sum(row: number, count: number): void {
    const { weights, sums } = this;
    const runs = this.#runs.fill(0);
    const features = this.#features;
    for (let i = 2; i < count; i += 1) addWeights(weights, features[i]!, 1, runs, 0);
    const at = row * runs.length;
    const share = KIND_VALUES.runs / Math.sqrt(Math.max(1, count - 2));
    for (let use = 0; use < runs.length; use += 1) sums[at + use] = runs[use]! * share;
    addWeights(weights, features[0]!, KIND_VALUES.word, sums, at);
    addWeights(weights, features[1]!, KIND_VALUES.stem, sums, at);
    this.stems[row] = features[1]!;
  }

  #resize(rows: number): void {
    const [hashes, stems, sums] = [this.#hashes, this.stems, this.sums];
    this.#hashes = new Int32Array(rows);
    this.stems = new Int32Array(rows);
    this.sums = new Float64Array(rows * this.weights.scales.length);
    this.#slots = new Int32Array(4 * rows);
    if (this.#count === 0) return;
    this.#hashes.set(hashes);
    this.stems.set(stems);
    this.sums.set(sums);
    for (let row = 0; row < this.#count; row += 1) this.#slots[this.#slotOf(hashes[row]!)] = row + 1;
  }
}

/** Adds `value` times the weights of a feature to `sums` at `at`, one for each use. */
export function addWeights(
  weights: UseWeights,
  feature: number,
  value: number,
  sums: Float64Array | Int32Array,
  at: number,
): void {
  const slot = findFeature(weights, feature);
  if (slot < 0) return;
  const { begins, pairs } = weights;
  const end = begins[slot + 1]!;
  for (let pair = begins[slot]!; pair < end; pair += 2) sums[at + pairs[pair]!]! += value * pairs[pair + 1]!;
}
