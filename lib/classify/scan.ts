/** What detectors see of one text: the text, the words found in it, and views that are made once and shared. */
import type { ClassifierData } from './classifier.ts';
import type { Shape, WordList } from './detector.ts';
import { DigitGroups, type DigitWindow } from './digit-groups.ts';
import type { Hits, Lexicon, LexiconHits } from './lexicon.ts';
import { type NameSpan, tagNames } from './names/tag-names.ts';
import { PlainText } from './plain-text.ts';
import { shapeOf } from './shape.ts';
import { type FormedWord, WordForms } from './word-forms.ts';

/** The distance within which a cue supports a candidate, in UTF-16 units on either side. */
export const CUE_WINDOW = 300;

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

export class Scan {
  readonly text: string;
  /** Lower case without accents, same length. */
  readonly folded: string;
  readonly shape: ReadonlySet<Shape>;
  readonly meter: Meter;
  readonly data: ClassifierData;
  private readonly hits: LexiconHits;
  private digitGroups: DigitGroups | undefined;
  private readonly windows = new Map<number, DigitWindow[]>();
  private wordForms: WordForms | undefined;
  private readonly plain: PlainText;
  private tagged: NameSpan[] | undefined;

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

  /** Numbers of exactly `count` digits, however they are grouped. */
  numbers(count: number): readonly DigitWindow[] {
    let windows = this.windows.get(count);
    if (windows === undefined) {
      this.digitGroups ??= new DigitGroups(this.text);
      windows = this.digitGroups.windows(count);
      this.meter.attempts += windows.length;
      this.windows.set(count, windows);
    }
    return windows;
  }

  /** Words of a form such as `AAA99A99A`, see `WordForms`. */
  formed(form: string): readonly FormedWord[] {
    this.wordForms ??= new WordForms(this.text);
    const words = this.wordForms.of(form);
    this.meter.attempts += words.length;
    return words;
  }

  /** True when the line at `offset` belongs to source code. */
  inCode(offset: number): boolean {
    return this.plain.inCode(offset);
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
  matchAll(pattern: RegExp): RegExpStringIterator<RegExpExecArray> {
    this.meter.attempts += 1;
    return this.text.matchAll(pattern);
  }
}
