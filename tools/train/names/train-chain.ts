/**
 * Trains the linear-chain model by gradient steps (AdaGrad with a pull towards zero), one stretch at a time, in one
 * thread and in a fixed order: the same input gives the same weights.
 */
import { featuresOf, MOST_FEATURES, type TaggedText } from '../../../lib/classify/names/features.ts';
import { probabilities } from '../../../lib/classify/names/label-chances.ts';
import { LABEL_COUNT } from '../../../lib/classify/names/name-model.ts';
import { findRegions } from '../../../lib/classify/names/regions.ts';
import { NAME_TYPES } from '../../../lib/classify/names/tag-names.ts';
import type { Span } from './example.ts';
import type { Random } from './random.ts';

/** Stretches of tokens as rows of feature numbers. */
export interface TrainingSet {
  /** Features of all tokens, one after another; -1 for a feature left out. */
  features: Int32Array;
  /** Where the features of each token begin; one more than there are tokens. */
  tokenAt: Int32Array;
  gold: Uint8Array;
  /** First token of each stretch; one more than there are stretches. */
  chainAt: Int32Array;
  weight: Float32Array;
}

/** Collects stretches. */
export class TrainingSetBuilder {
  private features: Int32Array = new Int32Array(1 << 22);
  private used = 0;
  private readonly tokenAt: number[] = [0];
  private readonly gold: number[] = [];
  private readonly chainAt: number[] = [0];
  private readonly weight: number[] = [];

  add(text: TaggedText, spans: readonly Span[], weight: number): void {
    const gold = labelTokens(text, spans);
    const row = new Int32Array(MOST_FEATURES);
    for (const { first, last } of findRegions(text, () => false)) {
      for (let i = first; i <= last; i += 1) {
        const n = featuresOf(text, i, row);
        if (this.used + n > this.features.length) {
          const larger = new Int32Array(this.features.length * 2);
          larger.set(this.features);
          this.features = larger;
        }
        this.features.set(row.subarray(0, n), this.used);
        this.used += n;
        this.tokenAt.push(this.used);
        // A name that begins outside the stretch goes on as if it began here.
        const label = gold[i]!;
        this.gold.push(i === first && label > 0 && label % 2 === 0 ? label - 1 : label);
      }
      this.chainAt.push(this.gold.length);
      this.weight.push(weight);
    }
  }

  finish(): TrainingSet {
    return {
      features: this.features.subarray(0, this.used),
      tokenAt: Int32Array.from(this.tokenAt),
      gold: Uint8Array.from(this.gold),
      chainAt: Int32Array.from(this.chainAt),
      weight: Float32Array.from(this.weight),
    };
  }
}

/** The label of each token (see `LABELS`). */
export function labelTokens({ tokens }: TaggedText, spans: readonly Span[]): Uint8Array {
  const labels = new Uint8Array(tokens.count);
  let next = 0;
  for (const span of spans) {
    const base = 1 + 2 * NAME_TYPES.indexOf(span.type);
    while (next < tokens.count && tokens.end[next]! <= span.start) next += 1;
    for (let first = true; next < tokens.count && tokens.start[next]! < span.end; next += 1) {
      labels[next] = first ? base : base + 1;
      first = false;
    }
  }
  return labels;
}

export interface TrainingOptions {
  epochs: number;
  rate: number;
  /** Pull towards zero per step, in units of the rate. */
  pull: number;
  /** Features seen less often are left out. */
  least: number;
}

export interface Weights {
  /** The 32-bit feature of each row. */
  keys: Int32Array;
  rows: Float32Array;
  transitions: Float64Array;
}

/** Numbers the features that occur often enough; rewrites `set.features` from hashes to row numbers. */
function numberFeatures(set: TrainingSet, least: number): Int32Array {
  const counts = new Map<number, number>();
  const sizes = 1 << 26;
  const seen = new Uint8Array(sizes);
  for (const feature of set.features) {
    const slot = feature & (sizes - 1);
    if (seen[slot]! < 255) seen[slot]! += 1;
  }
  for (const feature of set.features) {
    if (seen[feature & (sizes - 1)]! >= least) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const numbers = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= least) numbers.set(feature, numbers.size);
  for (let i = 0; i < set.features.length; i += 1) set.features[i] = numbers.get(set.features[i]!) ?? -1;
  return Int32Array.from(numbers.keys());
}

const IMPOSSIBLE = -30;

function isPossible(previous: number, label: number): boolean {
  if (label === 0 || label % 2 === 1) return true;
  return previous === label || previous === label - 1;
}

export function trainChain(
  set: TrainingSet,
  options: TrainingOptions,
  random: Random,
  log: (line: string) => void,
): Weights {
  const keys = numberFeatures(set, options.least);
  const size = LABEL_COUNT;
  const rows = new Float32Array(keys.length * size);
  const squares = new Float32Array(keys.length * size);
  const transitions = new Float64Array(size * (size + 1));
  const transitionSquares = new Float64Array(size * (size + 1));
  for (let i = 0; i < transitions.length; i += 1) {
    if (!isPossible(Math.floor(i / size), i % size)) transitions[i] = IMPOSSIBLE;
  }
  // What is kept is the mean of the weights after each round but the first: steadier than those of the last.
  const mean = new Float32Array(rows.length);
  const meanSteps = new Float64Array(transitions.length);
  const chains = Array.from({ length: set.chainAt.length - 1 }, (_, i) => i);
  log(`${chains.length} stretches, ${set.gold.length} tokens, ${keys.length} features`);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    let wrong = 0;
    for (const chain of random.shuffle(chains)) {
      const first = set.chainAt[chain]!;
      const length = set.chainAt[chain + 1]! - first;
      const weight = set.weight[chain]!;
      const unary = new Float64Array(length * size);
      for (let i = 0; i < length; i += 1) {
        for (let f = set.tokenAt[first + i]!; f < set.tokenAt[first + i + 1]!; f += 1) {
          const row = set.features[f]! * size;
          if (row < 0) continue;
          for (let label = 0; label < size; label += 1) unary[i * size + label]! += rows[row + label]!;
        }
      }
      const sure = probabilities(transitions.map(Math.exp), unary, length);
      for (let i = 0; i < length; i += 1) {
        const gold = set.gold[first + i]!;
        const gradient = sure.subarray(i * size, (i + 1) * size);
        if (gradient[gold]! < 0.5) wrong += 1;
        // Marginals of neighbours are taken as independent for the transitions: close, and much cheaper.
        const previous = i === 0 ? size : set.gold[first + i - 1]!;
        for (let label = 0; label < size; label += 1) {
          if (!isPossible(previous, label)) continue;
          const slope = weight * (gradient[label]! - (label === gold ? 1 : 0));
          const at = previous * size + label;
          transitionSquares[at]! += slope * slope;
          transitions[at]! -= (options.rate * 0.2 * slope) / Math.sqrt(1 + transitionSquares[at]!);
        }
        for (let label = 0; label < size; label += 1) {
          const slope = weight * (gradient[label]! - (label === gold ? 1 : 0));
          if (Math.abs(slope) < 0.002) continue;
          for (let f = set.tokenAt[first + i]!; f < set.tokenAt[first + i + 1]!; f += 1) {
            const feature = set.features[f]!;
            if (feature < 0) continue;
            const at = feature * size + label;
            const pulled = slope + options.pull * rows[at]!;
            squares[at]! += pulled * pulled;
            rows[at]! -= (options.rate * pulled) / Math.sqrt(1e-3 + squares[at]!);
          }
        }
      }
    }
    const behind = epoch - 1;
    if (behind >= 0) {
      for (let i = 0; i < rows.length; i += 1) mean[i]! += (rows[i]! - mean[i]!) / (behind + 1);
      for (let i = 0; i < transitions.length; i += 1) meanSteps[i]! += (transitions[i]! - meanSteps[i]!) / (behind + 1);
    }
    log(`round ${epoch + 1}: ${((100 * wrong) / set.gold.length).toFixed(2)} % of tokens unlike their label`);
  }
  return { keys, rows: mean, transitions: meanSteps };
}
