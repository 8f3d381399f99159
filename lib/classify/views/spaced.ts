/**
 * Values spread out: `a n n a @ f i r m a . d e`, `4539_5787_6362_1486`, `4|5|3|9...`, `AKIA QYLP MN5H ...`. Groups of
 * one size with one separator between them, which prose, lists and tables seldom are.
 */
import type { Scan } from '../scan.ts';
import { type Edit, editsFrom, editsOf, inOrder } from './view.ts';

const SINGLES =
  /(?<![A-Za-z0-9@])[A-Za-z0-9]([^A-Za-z0-9@]{1,4})[A-Za-z0-9@._+-](?:\1[A-Za-z0-9@._+-]){5,80}(?![A-Za-z0-9@])/g;
const DIGIT_GROUPS =
  /(?<![A-Za-z0-9.])[0-9]{2,6}([^0-9A-Za-z]{1,4}| [A-Za-z]{1,8} )[0-9]{2,6}(?:\1[0-9]{1,6}){0,8}(?![A-Za-z0-9])/y;
/** `4_539_578_763_621_486`, as programs set long numbers apart. */
const THOUSANDS = /(?<![A-Za-z0-9_.])[0-9]{1,3}(?:_[0-9]{3}){3,6}(?![A-Za-z0-9_])/g;
/** `1) 4539 2) 5787 3) 6362 4) 1486`. */
const NUMBERED = /(?<![0-9])1[.)] {0,2}[0-9]{2,6}(?:[ ,;\n]{1,3}[2-8][.)] {0,2}[0-9]{2,6}){1,6}(?![0-9])/y;
/** Account numbers with the same word between all groups. */
const WORDED_ACCOUNT =
  /(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}( [a-z]{2,8} )[0-9A-Z]{4}(?:\1[0-9A-Z]{1,4}){2,7}(?![A-Za-z0-9])/y;
const TOKEN_GROUPS = [3, 4, 5, 6, 8].map((size) => {
  const group = `[A-Za-z0-9]{${size}}`;
  return `${group}([ _.|/:·-])${group}(?:\\1${group}){1,40}(?:\\1[A-Za-z0-9]{1,${size}})?`;
});
const SEPARATOR = /[^A-Za-z0-9@]+/;

/** Separators that number detectors read by themselves between groups. */
const PLAIN = /^(?:[ .\-/]|[ \t]*\r?\n[ \t]*| - )$/;
/** How digits are grouped on cards and in identity and phone numbers. */
const GROUPINGS = new Set([
  ...['4,4,4,4', '4,6,5', '4,6,4', '4,4,4,4,3', '4,4,4', '4,4,4,3', '8,8', '6,13'],
  ...['3,2,4', '3,3,4', '3,3,3', '2,2,2,2,2', '4,3,3', '3,3,2,2', '3,3,3,2', '4,3,4', '3,4,4', '5,6'],
]);

/** Every character by itself, with the same thing between all of them. */
function singles({ 0: run, 1: separator }: RegExpExecArray): string | null {
  const value = run.split(separator!).join('');
  return /[0-9@]/.test(value) ? value : null;
}

/** Digits in the groups of a known kind of number, with unusual separators. */
function digitGroups({ 0: run, 1: separator }: RegExpExecArray): string | null {
  if (PLAIN.test(separator!)) return null;
  const groups = run.split(separator!);
  return GROUPINGS.has(groups.map(({ length }) => length).join(',')) ? groups.join(' ') : null;
}

/** Numbers and words spread out, as they read without what was put between their characters. */
export function spacedEdits(text: string): Edit[] {
  return editsOf(text, SINGLES, 'joined:spread', singles);
}

/** The groups without their places in the list. */
function numbered({ 0: run }: RegExpExecArray): string | null {
  const groups = run.split(/[ ,;\n]{0,3}[1-8][.)] {0,2}/).slice(1);
  return GROUPINGS.has(groups.map(({ length }) => length).join(',')) ? groups.join(' ') : null;
}

/** Account numbers with a word between their groups. */
export function wordedAccountEdits(scan: Scan): Edit[] {
  const heads = runsOf(scan, 2, 2).flatMap((start) => (start >= 2 ? [start - 2] : []));
  return editsFrom(scan.matchFrom(WORDED_ACCOUNT, heads), 'joined:spread', ({ 0: run, 1: word }) =>
    run.replaceAll(word!, ' '),
  );
}

/** Groups of digits with something unusual between them. */
export function groupedDigitEdits(scan: Scan): Edit[] {
  const { text } = scan;
  return inOrder(
    editsFrom(scan.matchFrom(DIGIT_GROUPS, runsOf(scan, 2, 6)), 'joined:spread', digitGroups),
    text.includes('_') ? editsOf(text, THOUSANDS, 'joined:spread', ({ 0: run }) => run.replaceAll('_', '')) : [],
    editsFrom(scan.matchFrom(NUMBERED, runsOf(scan, 1, 1)), 'joined:spread', numbered),
  );
}

/** Where runs of so many digits begin. */
function runsOf(scan: Scan, least: number, most: number): number[] {
  return scan.digitRuns().flatMap(({ start, end }) => (end - start >= least && end - start <= most ? [start] : []));
}

const GROUPED_TOKEN = new RegExp(
  `(?<![A-Za-z0-9])(?:${TOKEN_GROUPS.map((source, index) => source.replaceAll('\\1', `\\${index + 1}`)).join('|')})(?![A-Za-z0-9])`,
  'y',
);

/** Tokens in groups of one size. `starts`: where the prefixes of tokens begin. */
export function groupedTokenEdits(text: string, starts: readonly number[]): Edit[] {
  const edits: Edit[] = [];
  let reached = 0;
  for (const start of starts) {
    GROUPED_TOKEN.lastIndex = start;
    const run = start < reached ? undefined : GROUPED_TOKEN.exec(text)?.[0];
    if (run === undefined || !/[0-9]/.test(run) || !/[A-Za-z]/.test(run)) continue;
    reached = start + run.length;
    edits.push({ start, end: reached, text: run.split(SEPARATOR).join(''), code: 'joined:spread' });
  }
  return edits;
}
