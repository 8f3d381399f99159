/** Which uses a text seems to be for: what its words have in common with sentences learned from, and groups of words. */
import type { ClassifierData } from '../classifier.ts';
import type { UseFinding } from '../finding.ts';
import { Lexicon } from '../lexicon.ts';
import { SourceText } from '../plain-text.ts';
import { newMeter, Scan } from '../scan.ts';
import { NO_TABLES } from '../tables.ts';
import { scoreUses } from './score-uses.ts';
import type { UseModel } from './use-model.ts';
import type { Scale } from './use-weights.ts';
import { weighGroups } from './weigh-groups.ts';
import type { WordGroups } from './word-groups.ts';

/** Below this the words are more likely a coincidence. */
const LEAST_CONFIDENCE = 0.5;
const MOST_CONFIDENCE = 0.99;

/** What a prompt is for stands at its beginning or its end; in UTF-16 units. */
const HEAD = 12_000;
const TAIL = 4_000;

const NOTHING_KNOWN: ClassifierData = {
  models: { names: null, uses: null, providers: [], tables: NO_TABLES },
  customer: null,
  regions: [],
  ownDomains: [],
};

const lexicons = new WeakMap<WordGroups, Lexicon>();

/** The uses of one text, the surest first. */
export function classifyUses(model: UseModel, text: SourceText | string): UseFinding[] {
  const found = evidenceOf(model, text).map(({ scale, score }) => ({
    use: scale.use,
    confidence: toConfidence(scale, score),
  }));
  return found.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE).sort((a, b) => b.confidence - a.confidence);
}

/** What speaks for each use that is looked for, before it is made a confidence. */
export interface Evidence {
  scale: Scale;
  score: number;
  /** How sure the word groups alone are, 0..1. */
  groups: number;
}

export function evidenceOf({ groups, weights }: UseModel, given: SourceText | string): Evidence[] {
  if (groups.uses.length === 0) return [];
  const lexicon = lexicons.get(groups) ?? new Lexicon(groups.words);
  lexicons.set(groups, lexicon);
  const scan = new Scan(whatIsLookedAt(given).plain, lexicon, newMeter(), NOTHING_KNOWN);
  const learned = scoreUses(weights, scan.folded, (offset) => scan.inCode(offset));
  return groups.uses.flatMap((rule) => {
    const at = weights.scales.findIndex(({ use }) => use === rule.use);
    if (at < 0) return [];
    const scale = weights.scales[at]!;
    const sure = weighGroups(scan, rule);
    return [{ scale, score: learned[at]! + scale.groups * sure, groups: sure }];
  });
}

function whatIsLookedAt(given: SourceText | string): SourceText {
  const text = typeof given === 'string' ? new SourceText(given) : given;
  const { source } = text;
  return source.length <= HEAD + TAIL ? text : new SourceText(`${source.slice(0, HEAD)}\n\n${source.slice(-TAIL)}`);
}

function toConfidence({ middle, slope }: Scale, score: number): number {
  const confidence = 1 / (1 + Math.exp(-slope * (score - middle)));
  return Math.min(MOST_CONFIDENCE, Math.round(confidence * 100) / 100);
}
