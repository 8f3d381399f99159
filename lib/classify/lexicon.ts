/** One Aho-Corasick automaton over the words of all detectors, and what it found in a text, list by list. */
import type { WordList } from './detector.ts';
import { WordAutomaton } from './word-automaton.ts';

/** Where the words of one list stand: parallel arrays, ordered by end (UTF-16, end exclusive). */
export interface Hits {
  starts: number[];
  ends: number[];
}

export const NO_HITS: Hits = { starts: [], ends: [] };

const LETTER = /\p{L}/u;

/** `tax file number` is also `tax_file_number`, the name of a field, and `Steuer ID` is `Steuer-ID`. */
const asNames = (words: string) => words.replace(/[_-]/g, ' ');

export class Lexicon {
  private readonly automaton: WordAutomaton;
  private readonly lengths: Int32Array;
  /** For each pattern of the automaton: the indexes of the lists that contain it. */
  private readonly listsOf: number[][] = [];
  private readonly lists: WordList[];
  /** For each pattern: 1 when it counts nowhere inside longer words. */
  private readonly isWhole: Uint8Array;
  /** For each list: its words when they count only as they are written. */
  private readonly fixed: (ReadonlySet<string> | null)[];

  /** @throws when two different lists share an id: evidence codes would be ambiguous. */
  constructor(lists: Iterable<WordList>) {
    this.lists = [...new Set(lists)];
    if (new Set(this.lists.map((list) => list.id)).size !== this.lists.length)
      throw new Error('word list id used twice');
    this.fixed = this.lists.map(({ boundary, labels, words }) =>
      boundary === 'none' && labels === undefined ? new Set(words) : null,
    );
    const patterns = new Map<string, number[]>();
    this.lists.forEach((list, index) => {
      for (const word of list.words) {
        const pattern = asNames(word);
        const known = patterns.get(pattern);
        if (known === undefined) patterns.set(pattern, [index]);
        else if (!known.includes(index)) known.push(index);
      }
    });
    this.listsOf = [...patterns.values()];
    this.isWhole = Uint8Array.from(this.listsOf, (indexes) =>
      indexes.every((index) => this.lists[index]!.boundary === 'word') ? 1 : 0,
    );
    const words = [...patterns.keys()];
    this.lengths = Int32Array.from(words, ({ length }) => length);
    this.automaton = new WordAutomaton(words);
  }

  /** Finds every word of every list. `folded` is `fold(text)`. */
  search(text: string, folded: string): LexiconHits {
    const found: (Hits | undefined)[] = new Array(this.lists.length).fill(undefined);
    this.automaton.search(asNames(folded), (word, end) => {
      const start = end - this.lengths[word]!;
      const bounded = isBounded(text, folded, start, end);
      if (!bounded && this.isWhole[word] === 1) return;
      for (const index of this.listsOf[word]!) {
        const fixed = this.fixed[index]!;
        if (!bounded && this.lists[index]!.boundary === 'word') continue;
        if (fixed !== null && !fixed.has(folded.slice(start, end))) continue;
        const hits = found[index];
        if (hits === undefined) found[index] = { starts: [start], ends: [end] };
        else {
          hits.starts.push(start);
          hits.ends.push(end);
        }
      }
    });
    const byList = new Map<WordList, Hits>();
    found.forEach((hits, index) => {
      if (hits !== undefined) byList.set(this.lists[index]!, hits);
    });
    return new LexiconHits(byList);
  }
}

export class LexiconHits {
  private readonly found: ReadonlyMap<WordList, Hits>;

  /** The lists of which words were found. */
  readonly lists: readonly WordList[];

  constructor(found: ReadonlyMap<WordList, Hits>) {
    this.found = found;
    this.lists = [...found.keys()];
  }

  of(list: WordList): Hits {
    return this.found.get(list) ?? NO_HITS;
  }

  has(list: WordList): boolean {
    return this.of(list).starts.length > 0;
  }

  /** The distance in UTF-16 units from the end of the last word of a list to `at`, when it is at most `reach`, else -1. */
  before(list: WordList, at: number, reach: number): number {
    const { ends } = this.of(list);
    const next = firstAbove(ends, at);
    const distance = next > 0 ? at - ends[next - 1]! : -1;
    return distance <= reach ? distance : -1;
  }

  /**
   * The distance in UTF-16 units from a span to the nearest word of a list that lies within `before` units in front of it
   * or `after` units behind it, or -1.
   */
  nearest(list: WordList, start: number, end: number, before: number, after: number): number {
    const { starts, ends } = this.of(list);
    const best = this.before(list, start, before);
    for (let i = firstAbove(ends, start); i < starts.length && starts[i]! - end <= after; i += 1) {
      if (starts[i]! < end) continue;
      const gap = starts[i]! - end;
      return best < 0 || gap < best ? gap : best;
    }
    return best;
  }
}

/** Index of the first value above `limit` in a sorted list: as many are not above it. */
export function firstAbove(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** False outside the text. */
function isLetter(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code > 127 && LETTER.test(folded[at]!));
}

/** Whether a word stands on its own: no letter touches it, save a plural `s` or the next hump of a camelCase name. */
function isBounded(text: string, folded: string, start: number, end: number): boolean {
  if (isLetter(folded, start) && isLetter(folded, start - 1) && !isHump(text, folded, start)) return false;
  if (!isLetter(folded, end - 1) || !isLetter(folded, end) || isHump(text, folded, end)) return true;
  return folded.charCodeAt(end) === SMALL_S && !isLetter(folded, end + 1);
}

const SMALL_S = 115;

/** True when a capital at `at` follows a small letter. */
function isHump(text: string, folded: string, at: number): boolean {
  return text.charCodeAt(at) !== folded.charCodeAt(at) && text.charCodeAt(at - 1) === folded.charCodeAt(at - 1);
}
