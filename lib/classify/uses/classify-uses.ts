/** Which uses a text seems to be for. Time in proportion to the words found. */
import { normalise } from '../../prompt/normalise.ts';
import type { ClassifierData } from '../classifier.ts';
import type { WordList } from '../detector.ts';
import type { UseFinding } from '../finding.ts';
import { Lexicon } from '../lexicon.ts';
import { newMeter, Scan } from '../scan.ts';
import { NO_TABLES } from '../tables.ts';
import type { UseModel, WeighedUse } from './use-model.ts';
import { REACH } from './use-rule.ts';

/** Below this the words are more likely a coincidence. */
const LEAST_CONFIDENCE = 0.5;
/** A long text touches on many things: what counts is how often a use is meant, so distant signals add less. */
const REPEAT = 0.5;
const MOST_HITS = 40;

/** What a prompt is for stands at its beginning or its end; in UTF-16 units. */
const HEAD = 12_000;
const TAIL = 4_000;

const NOTHING_KNOWN: ClassifierData = {
  models: { names: null, uses: null, providers: [], tables: NO_TABLES },
  customer: null,
  regions: [],
  ownDomains: [],
};

const lexicons = new WeakMap<UseModel, Lexicon>();

/** The uses of one text, the surest first. */
export function classifyUses(model: UseModel, text: string): UseFinding[] {
  if (model.uses.length === 0) return [];
  const lexicon = lexicons.get(model) ?? new Lexicon(model.words);
  lexicons.set(model, lexicon);
  const looked = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n\n${text.slice(-TAIL)}`;
  const scan = new Scan(normalise(looked).text.replaceAll('’', "'"), lexicon, newMeter(), NOTHING_KNOWN);
  const found: UseFinding[] = [];
  for (const rule of model.uses) {
    const confidence = Math.round(weigh(scan, rule) * 100) / 100;
    if (confidence >= LEAST_CONFIDENCE) found.push({ use: rule.use, confidence });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

function weigh(scan: Scan, { signals, unless }: WeighedUse): number {
  let doubt = 1;
  for (const { all, weight } of signals) {
    const times = countTogether(scan, all, unless);
    if (times === 0) continue;
    doubt *= 1 - weight;
    if (times > 1) doubt *= 1 - weight * REPEAT * Math.min(1, (times - 1) / 3);
  }
  return Math.min(0.99, 1 - doubt);
}

/** How often words of all lists stand together (at most `MOST_HITS`), where nothing near them says otherwise. */
function countTogether(scan: Scan, [first, ...others]: readonly WordList[], unless: WordList | undefined): number {
  const { starts, ends } = scan.words(first!);
  let times = 0;
  for (let at = 0; at < Math.min(starts.length, MOST_HITS); at++) {
    const [start, end] = [starts[at]!, ends[at]!];
    if (isPartOfWord(scan.text, start, end) || scan.inCode(start)) continue;
    if (!others.every((list) => scan.near(list, start, end, REACH))) continue;
    if (unless !== undefined && (scan.near(unless, start, end, REACH) || overlaps(scan, unless, start, end))) continue;
    times += 1;
  }
  return times;
}

/** The hump of an identifier or a run of base64 is no word that a person wrote. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  return /[\w/+]/.test(text[start - 1] ?? '') || /[A-RT-Za-rt-z0-9_/+=]/.test(text[end] ?? '');
}

function overlaps(scan: Scan, list: WordList, start: number, end: number): boolean {
  const { starts, ends } = scan.words(list);
  return starts.some((from, at) => from < end && ends[at]! > start);
}
