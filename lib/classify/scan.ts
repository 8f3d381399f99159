/** What detectors see of one text: the text, the words found in it, and views that are made once and shared. */
import type { ClassifierData } from './classifier.ts';
import type { Shape, WordList } from './detector.ts';
import { DigitGroups, type DigitRun, type DigitWindow, readDigitRuns } from './digit-groups.ts';
import type { Hits, Lexicon, LexiconHits } from './lexicon.ts';
import { type NameSpan, tagNames } from './names/tag-names.ts';
import { PlainText } from './plain-text.ts';
import { shapeOf } from './shape.ts';
import { longStretches, unitClass } from './stretches.ts';
import { type FormedWord, WordForms } from './word-forms.ts';

/** The distance within which a cue supports a candidate, in UTF-16 units on either side. */
export const CUE_WINDOW = 300;

/** Longer than the words people write, no longer than values without spaces. */
export const LONG_WORD = 17;
const LETTERS_AND_DIGITS = unitClass(/[A-Za-z0-9]/);

/** Counts the work done on a text, so that tests can show that it grows in proportion to the text. */
export interface Meter {
  /** Detectors run. */
  detectors: number;
  /** Executions of a pattern or validator. */
  attempts: number;
  /** Units of text decoded into further views. */
  decoded: number;
}

export function newMeter(): Meter {
  return { detectors: 0, attempts: 0, decoded: 0 };
}

/** A quote, or a tag as in `<mrn>4471220</mrn>`, with its length at most. */
const IN_LITERAL = /["'`]$|<[A-Za-z][\w:.-]{0,60}>$/;
const LONGEST_TAG = 64;

const NO_WINDOWS: readonly DigitWindow[] = [];

export class Scan {
  readonly text: string;
  /** Lower case without accents, same length. */
  readonly folded: string;
  readonly shape: ReadonlySet<Shape>;
  readonly meter: Meter;
  readonly data: ClassifierData;
  private readonly hits: LexiconHits;
  private digitGroups: DigitGroups | undefined;
  private readonly windows = new Map<string, DigitWindow[]>();
  private wordForms: WordForms | undefined;
  private readonly plain: PlainText;
  private tagged: NameSpan[] | undefined;
  private longs: number[] | undefined;
  private digits: DigitRun[] | undefined;

  constructor(text: string | PlainText, lexicon: Lexicon, meter: Meter, data: ClassifierData) {
    this.plain = typeof text === 'string' ? new PlainText(text) : text;
    this.text = this.plain.text;
    this.folded = this.plain.folded;
    this.meter = meter;
    this.data = data;
    this.shape = shapeOf(this.text);
    this.hits = lexicon.search(this.text, this.folded);
  }

  /** Where the words of a list stand. */
  words(list: WordList): Hits {
    return this.hits.of(list);
  }

  has(list: WordList): boolean {
    return this.hits.has(list);
  }

  /** The lists of which at least one word is there. */
  foundLists(): readonly WordList[] {
    return this.hits.lists;
  }

  /** Where tokens begin that carry a fixed prefix, in order: as it is issued, and not inside a word. */
  tokenStarts(): readonly number[] {
    return this.hits.lists
      .flatMap((list) => {
        const { issued } = list;
        if (issued === undefined) return [];
        return this.words(list).starts.filter(
          (at) =>
            LETTERS_AND_DIGITS[this.text.charCodeAt(at - 1)] !== 1 &&
            issued.some((prefix) => this.text.startsWith(prefix, at)),
        );
      })
      .sort((a, b) => a - b);
  }

  /** Distance to the nearest word of a list within the window, or -1. */
  distance(list: WordList, start: number, end: number, before = CUE_WINDOW, after = before): number {
    return this.hits.nearest(list, start, end, before, after);
  }

  /** Distance from the last word of a list in front of `at`, or -1 when it is further away than `reach`. */
  distanceBefore(list: WordList, at: number, reach: number): number {
    return this.hits.before(list, at, reach);
  }

  near(list: WordList, start: number, end: number, before = CUE_WINDOW, after = before): boolean {
    return this.distance(list, start, end, before, after) >= 0;
  }

  /** Maximal runs of digits, in order. */
  digitRuns(): readonly DigitRun[] {
    this.digits ??= readDigitRuns(this.text);
    return this.digits;
  }

  /**
   * Whole numbers of exactly `count` digits, however they are grouped: with different separators in at most `mixed` groups.
   * With `pieces` also pieces of longer rows (`DigitGroups`).
   */
  numbers(count: number, mixed?: number, pieces?: number): readonly DigitWindow[] {
    this.digitGroups ??= new DigitGroups(this.text, this.digitRuns());
    if (!this.digitGroups.has(count)) return NO_WINDOWS;
    const key = `${count},${mixed},${pieces}`;
    let windows = this.windows.get(key);
    if (windows === undefined) {
      windows = this.digitGroups.windows(count, mixed, pieces);
      this.meter.attempts += windows.length;
      this.windows.set(key, windows);
    }
    return windows;
  }

  /** Words of a form such as `AAA99A99A`, see `WordForms`. */
  formed(form: string): readonly FormedWord[] {
    const words = this.forms().of(form);
    this.meter.attempts += words.length;
    return words;
  }

  /** The words with digits, by form. */
  forms(): WordForms {
    this.wordForms ??= new WordForms(this.text);
    return this.wordForms;
  }

  /** True when the line at `offset` belongs to source code. */
  inCode(offset: number): boolean {
    return this.plain.inCode(offset);
  }

  /** True in source code outside of a literal in quotes or tags, where numbers are constants and words are names. */
  isBareInCode(offset: number): boolean {
    return this.inCode(offset) && !IN_LITERAL.test(this.text.slice(Math.max(0, offset - LONGEST_TAG), offset));
  }

  /** Names of people, places and organisations by the trained tagger, outside source code; null without its model. */
  names(): readonly NameSpan[] | null {
    const model = this.data.models.names;
    if (model === null) return null;
    this.tagged ??= tagNames(model, this.text, this.folded, (offset) => this.inCode(offset));
    return this.tagged;
  }

  /** Runs a sticky pattern at one place. The pattern must be bounded. */
  matchAt(pattern: RegExp, at: number): RegExpExecArray | null {
    this.meter.attempts += 1;
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  /** Runs a global pattern over the whole text. The pattern must be linear. */
  *matchAll(pattern: RegExp): Generator<RegExpExecArray> {
    this.meter.attempts += 1;
    for (let at = 0; ; ) {
      // The pattern is shared: whoever else runs it in between moves its place.
      pattern.lastIndex = at;
      const match = pattern.exec(this.text);
      if (match === null) return;
      yield match;
      at = match.index + (match[0].length || 1);
    }
  }

  /**
   * Runs a sticky pattern at places in order, as a global one would that matches nowhere else: what a match covers is not
   * looked at again. The pattern must be bounded.
   */
  *matchFrom(pattern: RegExp, places: Iterable<number>): Generator<RegExpExecArray> {
    let reached = 0;
    for (const at of places) {
      const match = at < reached ? null : this.matchAt(pattern, at);
      if (match === null) continue;
      reached = at + match[0].length;
      yield match;
    }
  }

  /**
   * Runs a sticky pattern where a global one fits that says roughly how it begins: whatever costs time, like a look behind,
   * is left to the first of the two. Both must be bounded.
   */
  *matchWhere(beginning: RegExp, pattern: RegExp): Generator<RegExpExecArray> {
    for (let at = 0; ; ) {
      beginning.lastIndex = at;
      const begins = beginning.exec(this.text);
      if (begins === null) return;
      const match = this.matchAt(pattern, begins.index);
      at = begins.index + (match?.[0].length || 1);
      if (match !== null) yield match;
    }
  }

  /** Where words of `LONG_WORD` and more letters and digits begin. */
  longWords(): readonly number[] {
    this.longs ??= longStretches(this.text, LETTERS_AND_DIGITS, LONG_WORD).filter((_, index) => index % 2 === 0);
    return this.longs;
  }
}
