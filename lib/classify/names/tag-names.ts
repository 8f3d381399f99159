/** Reads names out of a text with the trained tagger: a linear-chain model over the stretches where names can be. */
import { featuresOf, MOST_FEATURES, readText, type TaggedText } from './features.ts';
import { addWeights, LABEL_COUNT, type NameModel } from './name-model.ts';
import { findRegions, type Region } from './regions.ts';
import { tokenise } from './tokens.ts';

export const NAME_TYPES = ['PERSON', 'LOCATION', 'ORGANIZATION'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/**
 * Made-up training sentences are easier than real ones to the model, but it is rarely wrong when it sees a name at all: on
 * text it was not trained with, four in five names it holds for as likely as not are names.
 */
const CALIBRATION = 0.6;

/** A name: offsets are UTF-16, end exclusive; `confidence` is the model's own probability of its least sure token. */
export interface NameSpan {
  type: NameType;
  start: number;
  end: number;
  confidence: number;
}

/**
 * Every name in `text`. `folded` is `fold(text)`. Words at offsets for which `skip` is true begin no name.
 * Takes time in proportion to the text.
 */
export function tagNames(
  model: NameModel,
  text: string,
  folded: string,
  skip: (offset: number) => boolean = () => false,
): NameSpan[] {
  const tagged = readText(folded, tokenise(text, folded), model.table);
  const spans = findRegions(tagged, skip).flatMap((region) => decode(model, tagged, region));
  for (const span of spans) span.confidence **= CALIBRATION;
  return spans;
}

const features = new Int32Array(MOST_FEATURES);

function scores(model: NameModel, text: TaggedText, { first, last }: Region): Float64Array {
  const sums = new Int32Array((last - first + 1) * LABEL_COUNT);
  for (let i = first; i <= last; i += 1) {
    const n = featuresOf(text, i, features);
    for (let f = 0; f < n; f += 1) addWeights(model, features[f]!, sums, (i - first) * LABEL_COUNT);
  }
  return Float64Array.from(sums, (sum) => sum * model.step);
}

/** Best labels by the Viterbi algorithm, then how sure each is by forward and backward sums. */
function decode(model: NameModel, text: TaggedText, region: Region): NameSpan[] {
  const unary = scores(model, text, region);
  const length = region.last - region.first + 1;
  const labels = bestLabels(model.transitions, unary, length);
  if (labels.every((label) => label === 0)) return [];
  const sure = probabilities(model.transitions, unary, length);
  const { start, end } = text.tokens;
  const spans: NameSpan[] = [];
  let span: NameSpan | null = null;
  labels.forEach((label, i) => {
    if (label === 0) {
      span = null;
      return;
    }
    const kind = (label - 1) >> 1;
    const at = i * LABEL_COUNT + 1 + 2 * kind;
    const confidence = sure[at]! + sure[at + 1]!;
    if (span === null || (label & 1) === 1) {
      span = { type: NAME_TYPES[kind]!, start: start[region.first + i]!, end: end[region.first + i]!, confidence };
      spans.push(span);
    } else {
      span.end = end[region.first + i]!;
      span.confidence = Math.min(span.confidence, confidence);
    }
  });
  return spans;
}

function bestLabels(transitions: Float32Array, unary: Float64Array, length: number): number[] {
  const best = new Float64Array(unary);
  const from = new Uint8Array(unary.length);
  for (let i = 0; i < length; i += 1) {
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      let top = i === 0 ? transitions[LABEL_COUNT * LABEL_COUNT + label]! : Number.NEGATIVE_INFINITY;
      for (let previous = 0; i > 0 && previous < LABEL_COUNT; previous += 1) {
        const score = best[(i - 1) * LABEL_COUNT + previous]! + transitions[previous * LABEL_COUNT + label]!;
        if (score <= top) continue;
        top = score;
        from[i * LABEL_COUNT + label] = previous;
      }
      best[i * LABEL_COUNT + label]! += top;
    }
  }
  const labels: number[] = new Array(length);
  let label = 0;
  for (let each = 1; each < LABEL_COUNT; each += 1) {
    if (best[(length - 1) * LABEL_COUNT + each]! > best[(length - 1) * LABEL_COUNT + label]!) label = each;
  }
  for (let i = length - 1; i >= 0; i -= 1) {
    labels[i] = label;
    label = from[i * LABEL_COUNT + label]!;
  }
  return labels;
}

/** Probability of each label at each token: rows of `LABEL_COUNT`. */
export function probabilities(transitions: ArrayLike<number>, unary: Float64Array, length: number): Float64Array {
  const size = LABEL_COUNT;
  const step = Float64Array.from(transitions, Math.exp);
  const local = new Float64Array(length * size);
  for (let i = 0; i < length; i += 1) {
    let top = unary[i * size]!;
    for (let label = 1; label < size; label += 1) top = Math.max(top, unary[i * size + label]!);
    for (let label = 0; label < size; label += 1) local[i * size + label] = Math.exp(unary[i * size + label]! - top);
  }
  const forward = new Float64Array(length * size);
  for (let i = 0; i < length; i += 1) {
    let total = 0;
    for (let label = 0; label < size; label += 1) {
      let sum = i === 0 ? step[size * size + label]! : 0;
      for (let previous = 0; i > 0 && previous < size; previous += 1) {
        sum += forward[(i - 1) * size + previous]! * step[previous * size + label]!;
      }
      forward[i * size + label] = sum * local[i * size + label]!;
      total += forward[i * size + label]!;
    }
    for (let label = 0; label < size; label += 1) forward[i * size + label]! /= total;
  }
  const backward = new Float64Array(length * size).fill(1);
  for (let i = length - 2; i >= 0; i -= 1) {
    let total = 0;
    for (let label = 0; label < size; label += 1) {
      let sum = 0;
      for (let next = 0; next < size; next += 1) {
        const at = (i + 1) * size + next;
        sum += step[label * size + next]! * local[at]! * backward[at]!;
      }
      backward[i * size + label] = sum;
      total += sum;
    }
    for (let label = 0; label < size; label += 1) backward[i * size + label]! /= total;
  }
  for (let i = 0; i < length; i += 1) {
    let total = 0;
    for (let label = 0; label < size; label += 1) total += forward[i * size + label]! * backward[i * size + label]!;
    for (let label = 0; label < size; label += 1) {
      forward[i * size + label] = (forward[i * size + label]! * backward[i * size + label]!) / total;
    }
  }
  return forward;
}
