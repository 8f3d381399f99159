/** Logistic regression over hashed features, one use against the rest, by AdaGrad with L1 and L2; the same every time. */
import { fold } from '../../../lib/classify/fold.ts';
import { shareOf } from '../../../lib/classify/uses/score-uses.ts';
import {
  pairFeature,
  readWords,
  stemHash,
  WORD_FEATURES,
  wordFeatures,
  wordHash,
} from '../../../lib/classify/uses/use-features.ts';
import { KIND_VALUES } from '../../../lib/classify/uses/word-sums.ts';
import type { Random } from '../names/random.ts';

export interface Example {
  /** Features with what each counts. */
  features: Map<number, number>;
  /** Places of the uses it is for. */
  uses: readonly number[];
}

export interface Settings {
  epochs: number;
  rate: number;
  l1: number;
  l2: number;
  /** Features of fewer examples are left out. */
  least: number;
  /** How much more an example of a use counts than one of another use. */
  favour: number;
}

export interface Trained {
  /** Weights for each use, by feature. */
  weights: Map<number, Float64Array>;
  biases: Float64Array;
}

/** The features of a whole text, as scoreUses adds them up over its sentences. */
export function featuresOf(text: string): Map<number, number> {
  const folded = fold(text);
  const words = readWords(folded, () => false);
  const features = new Map<number, number>();
  const add = (feature: number, value: number) => features.set(feature, (features.get(feature) ?? 0) + value);
  const each = new Int32Array(WORD_FEATURES);
  const stems: number[] = [];
  let seen = new Set<number>();
  let length = 0;
  for (let i = 0; i < words.count; i += 1) {
    const [start, end, sentence] = [words.starts[i]!, words.ends[i]!, words.sentences[i]!];
    if (sentence !== words.sentences[i - 1]) seen = new Set();
    stems.push(stemHash(folded, start, end));
    const hash = wordHash(folded, start, end);
    if (seen.has(hash)) continue;
    seen.add(hash);
    length += 1;
    const count = wordFeatures(folded, start, end, each);
    add(each[0]!, KIND_VALUES.word);
    add(each[1]!, KIND_VALUES.stem);
    for (let run = 2; run < count; run += 1) add(each[run]!, KIND_VALUES.runs / Math.sqrt(count - 2));
    for (const gap of [1, 2] as const) {
      if (i >= gap && words.sentences[i - gap] === sentence) {
        add(pairFeature(stems[i - gap]!, stems[i]!, gap), KIND_VALUES.pair);
      }
    }
  }
  const share = shareOf(length);
  return new Map([...features].map(([feature, value]) => [feature, value * share]));
}

export function trainWeights(
  examples: readonly Example[],
  uses: number,
  { epochs, rate, l1, l2, least, favour }: Settings,
  random: Random,
): Trained {
  const places = placesOf(examples, least);
  const rows = examples.map(({ features }) => {
    const known = [...features].filter(([feature]) => places.has(feature));
    return { at: known.map(([feature]) => places.get(feature)! * uses), values: known.map(([, value]) => value) };
  });
  const weights = new Float64Array(places.size * uses);
  // Beginning at one, rare features stay small.
  const squares = new Float64Array(places.size * uses).fill(1);
  const [biases, biasSquares] = [new Float64Array(uses).fill(-2), new Float64Array(uses).fill(1)];
  const scores = new Float64Array(uses);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const pace = rate / (1 + 0.1 * epoch);
    for (const index of random.shuffle(order)) {
      const { uses: wanted } = examples[index]!;
      const { at, values } = rows[index]!;
      for (let use = 0; use < uses; use += 1) scores[use] = biases[use]!;
      for (let i = 0; i < at.length; i += 1) {
        for (let use = 0; use < uses; use += 1) scores[use]! += weights[at[i]! + use]! * values[i]!;
      }
      for (let use = 0; use < uses; use += 1) {
        const is = wanted.includes(use);
        const error = (1 / (1 + Math.exp(-scores[use]!)) - (is ? 1 : 0)) * (is ? favour : 1);
        // What is clear already teaches nothing.
        if (Math.abs(error) < 0.004) continue;
        biasSquares[use]! += error * error;
        biases[use]! -= (pace * error) / Math.sqrt(biasSquares[use]!);
        for (let i = 0; i < at.length; i += 1) {
          const place = at[i]! + use;
          const slope = error * values[i]! + l2 * weights[place]!;
          squares[place]! += slope * slope;
          const speed = pace / Math.sqrt(squares[place]!);
          const moved = weights[place]! - speed * slope;
          const pull = speed * l1;
          weights[place] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0;
        }
      }
    }
  }
  return {
    weights: new Map(
      [...places].map(([feature, place]) => [feature, weights.slice(place * uses, place * uses + uses)]),
    ),
    biases,
  };
}

function placesOf(examples: readonly Example[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const places = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= least) places.set(feature, places.size);
  return places;
}
