/** How sure the word groups of a rule make that a text is for its use. Time in proportion to the words found. */
import type { WordList } from '../detector.ts';
import type { Scan } from '../scan.ts';
import { REACH } from './use-rule.ts';
import type { WeighedUse } from './word-groups.ts';

/** A long text touches on many things: what counts is how often a use is meant, so distant signals add less. */
const REPEAT = 0.5;
const MOST_HITS = 40;

/** 0..0.99. The scan must have searched the words of the rule. */
export function weighGroups(scan: Scan, { signals, unless }: WeighedUse): number {
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
