/** Reads names out of a text with the trained tagger: a linear-chain model over the stretches where names can be. */
import { EqualStretches } from '../equal-stretches.ts';
import { featuresOf, isCapital, MOST_FEATURES, readText, type TaggedText } from './features.ts';
import { probabilities } from './label-chances.ts';
import { LABEL_COUNT, type NameModel, sumWeights } from './name-model.ts';
import { KNOWN, levelOf } from './name-table.ts';
import { findRegions, LONGEST_REGION, type Region } from './regions.ts';
import { GAP, SHAPE, type Tokens, tokenise } from './tokens.ts';

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
  const spans: NameSpan[] = [];
  const regions = findRegions(tagged, skip);
  const known = tagged.tokens.count > FEW_TOKENS ? new EqualStretches<NameSpan[]>(text) : null;
  for (const region of regions)
    spans.push(...(known === null ? decode(model, tagged, region) : decodeOnce(model, tagged, region, known)));
  return withRepeated(tagged, wholeNames(tagged, spans), skip);
}

/** More than any score is above another. */
const IMPOSSIBLE = 60;
const features = new Int32Array(MOST_FEATURES);
/** Room for the longest stretch, used again for each. */
const ROOM = (LONGEST_REGION + 1) * LABEL_COUNT;
const unary = new Float64Array(ROOM);
const best = new Float64Array(ROOM);
const from = new Uint8Array(ROOM);
const labels = new Uint8Array(LONGEST_REGION + 2);

/** In a text of no more tokens than a few pages have, remembering costs more than it saves. */
const FEW_TOKENS = 4_000;
/** A token is judged by no more tokens than these on either side (features.ts), with those by which they in turn are known. */
const AROUND = 12;

/** `decode`, once for equal stretches in equal surroundings. */
function decodeOnce(model: NameModel, text: TaggedText, region: Region, known: EqualStretches<NameSpan[]>): NameSpan[] {
  const { first, last } = region;
  const { count, start, end } = text.tokens;
  const from = first < AROUND ? -1 : start[first - AROUND]!;
  const to = last + AROUND < count ? end[last + AROUND]! : Number.POSITIVE_INFINITY;
  const base = start[first]!;
  const move = (spans: readonly NameSpan[], by: number) =>
    spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
  return move(
    known.of(from, to, `${first - last},${base - from},`, () => move(decode(model, text, region), -base)),
    base,
  );
}

/** Best labels by the Viterbi algorithm, then how sure each is by forward and backward sums. */
function decode(model: NameModel, text: TaggedText, { first, last }: Region): NameSpan[] {
  const spans: NameSpan[] = [];
  const length = last - first + 1;
  for (let i = 0; i < length; i += 1) {
    const count = featuresOf(text, first + i, features);
    sumWeights(model, features, count, unary, i * LABEL_COUNT, model.step);
    // No name begins with a sign.
    if (text.tokens.shape[first + i] === SHAPE.sign) {
      for (let label = 1; label < LABEL_COUNT; label += 2) unary[i * LABEL_COUNT + label]! -= IMPOSSIBLE;
    }
  }
  if (!findLabels(model.transitions, length)) return spans;
  const sure = probabilities(model.chances, unary, length);
  const { start, end } = text.tokens;
  let span: NameSpan | null = null;
  for (let i = 0; i < length; i += 1) {
    const label = labels[i]!;
    if (label === 0) {
      span = null;
      continue;
    }
    const kind = (label - 1) >> 1;
    const at = i * LABEL_COUNT + 1 + 2 * kind;
    const confidence = (sure[at]! + sure[at + 1]!) ** CALIBRATION;
    if (span === null || (label & 1) === 1) {
      span = { type: NAME_TYPES[kind]!, start: start[first + i]!, end: end[first + i]!, confidence };
      spans.push(span);
    } else if (text.tokens.shape[first + i] === SHAPE.sign && labels[i + 1] !== label && !endsName(text, first + i)) {
      // A comma or bracket at the end belongs to the sentence.
      span = null;
    } else {
      span.end = end[first + i]!;
      span.confidence = Math.min(span.confidence, confidence);
    }
  }
  return spans;
}

/** Whether a sign can be the last of a name: `Inc.`, `Jr.` */
function endsName({ folded, tokens }: TaggedText, i: number): boolean {
  return folded[tokens.start[i]!] === '.';
}

/** Fills `labels`. False when all of them are outside. */
function findLabels(transitions: Float64Array, length: number): boolean {
  for (let i = 0; i < length; i += 1) {
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      let top = i === 0 ? transitions[LABEL_COUNT * LABEL_COUNT + label]! : Number.NEGATIVE_INFINITY;
      for (let previous = 0; i > 0 && previous < LABEL_COUNT; previous += 1) {
        const score = best[(i - 1) * LABEL_COUNT + previous]! + transitions[previous * LABEL_COUNT + label]!;
        if (score <= top) continue;
        top = score;
        from[i * LABEL_COUNT + label] = previous;
      }
      best[i * LABEL_COUNT + label] = top + unary[i * LABEL_COUNT + label]!;
    }
  }
  let label = 0;
  for (let each = 1; each < LABEL_COUNT; each += 1) {
    if (best[(length - 1) * LABEL_COUNT + each]! > best[(length - 1) * LABEL_COUNT + label]!) label = each;
  }
  let any = false;
  labels[length] = 0;
  for (let i = length - 1; i >= 0; i -= 1) {
    labels[i] = label;
    any ||= label !== 0;
    label = from[i * LABEL_COUNT + label]!;
  }
  return any;
}

/**
 * People's names do not stand side by side: two without a sign between are one. What a hyphen or an apostrophe joins to a
 * name belongs to it: "Ji-yeon", "Taufa'ahau".
 */
function wholeNames({ folded, tokens }: TaggedText, spans: readonly NameSpan[]): NameSpan[] {
  const { count, start, end, gap, shape } = tokens;
  const whole: NameSpan[] = [];
  let at = 0;
  for (const span of spans) {
    let last = whole.at(-1);
    if (last !== undefined && span.start < last.end) continue;
    while (at < count && start[at]! < span.start) at += 1;
    const besides = at > 0 && last?.end === end[at - 1] && gap[at] === GAP.space && shape[at - 1] !== SHAPE.sign;
    if (besides && last?.type === 'PERSON' && span.type === 'PERSON') {
      last.end = span.end;
      last.confidence = Math.max(last.confidence, span.confidence);
    } else {
      last = { ...span };
      whole.push(last);
    }
    if (last.type !== 'PERSON') continue;
    while (at < count && start[at]! < last.end) at += 1;
    while (at + 1 < count && isJoint(folded, tokens, at)) {
      last.end = end[at + 1]!;
      at += 2;
    }
  }
  return whole;
}

/** Whether a sign joins the small letters behind it to the word in front; not the 's of a genitive. */
function isJoint(folded: string, { start, end, gap, shape }: Tokens, i: number): boolean {
  if (gap[i] !== GAP.none || gap[i + 1] !== GAP.none || end[i]! - start[i]! !== 1) return false;
  if (shape[i] !== SHAPE.sign || shape[i + 1] !== SHAPE.lower) return false;
  const sign = folded[start[i]!];
  const letters = end[i + 1]! - start[i + 1]!;
  return sign === '-' ? letters >= 2 : (sign === "'" || sign === '’') && letters >= 3;
}

/** From here on a name is sure enough to look for its parts elsewhere. */
const SURE = 0.85;
/** How sure a part of a name is that stands alone elsewhere. */
const REPEATED = 0.7;

/** Parts of people's names stand for the same people elsewhere in the text, where they alone say too little. */
function withRepeated(text: TaggedText, spans: NameSpan[], skip: (offset: number) => boolean): NameSpan[] {
  const { count, start, end, hash, shape } = text.tokens;
  const parts = new Set<number>();
  let at = 0;
  for (const span of spans) {
    while (at < count && start[at]! < span.start) at += 1;
    if (span.type !== 'PERSON' || span.confidence < SURE) continue;
    const whole = end[at] === span.end;
    for (let i = at; i < count && start[i]! < span.end; i += 1) {
      if (isPartOfName(text, i, whole)) parts.add(hash[i]!);
    }
  }
  if (parts.size === 0) return spans;
  const all: NameSpan[] = [];
  let next = 0;
  for (let i = 0; i < count; i += 1) {
    while (next < spans.length && spans[next]!.end <= start[i]!) all.push(spans[next++]!);
    const taken = next < spans.length && spans[next]!.start < end[i]!;
    if (taken || !parts.has(hash[i]!) || shape[i] === SHAPE.lower || skip(start[i]!)) continue;
    all.push({ type: 'PERSON', start: start[i]!, end: end[i]!, confidence: REPEATED });
  }
  while (next < spans.length) all.push(spans[next++]!);
  return all;
}

/** A whole capitalised word, not among the most ordinary ones; a name of one word must be a known given name. */
function isPartOfName({ tokens, known }: TaggedText, i: number, whole: boolean): boolean {
  const shape = tokens.shape[i]!;
  if (shape === SHAPE.initial || !isCapital(shape) || tokens.end[i]! - tokens.start[i]! < 3) return false;
  const given = levelOf(known[i]!, KNOWN.given) > 0;
  if (whole && !given) return false;
  if (shape !== SHAPE.title && !given && levelOf(known[i]!, KNOWN.surname) === 0) return false;
  return levelOf(known[i]!, KNOWN.ordinary) < 3;
}
