/** Where the labels of identity numbers stand, for detectors of other numbers to keep off. */
import { cellsUnder } from './columns.ts';
import type { WordList } from './detector.ts';
import { firstAbove } from './lexicon.ts';
import type { Scan } from './scan.ts';

interface Labels {
  /** Where labels end, in order, each place once. */
  ends: readonly number[];
  endingAt: ReadonlyMap<number, readonly WordList[]>;
  startingAt: ReadonlyMap<number, readonly WordList[]>;
  /** For each end, where the longest label that ends there begins. */
  longest: ReadonlyMap<number, number>;
  /** For each start, how far the labels reach that begin there or in front. */
  reached: ReadonlyMap<number, number>;
  /** For each start of a cell under a label, where that label ends. */
  cells: ReadonlyMap<number, number>;
}

const known = new WeakMap<Scan, Labels>();

/** How far in front of a number its label may end, in UTF-16 units. */
const REACH = 44;
/** Right behind a label, with a new line at most. */
const DIRECT =
  /^(?:\.?["'\])]{0,2}(?:[ _-]?(?:number|nummer|num|numero|no|nr|id|code|is|was|of|ist|est|es)\b\.?){0,2}[ \t"'=:#([|`*]{0,5}(?:[A-Z]{2,3}[ -]?)?(?:\r?\n[ \t"']{0,4})?)$/i;
/** `VAT number of the client is `, `NIT del cliente: `: words and nothing else. */
const WORDS =
  /^["'”’)\]]{0,2}(?:[ _-]{1,2}[\p{L}'’]{1,20}\.?){0,6}(?: \(\p{L}{1,16}\))?["'”’)\]]{0,2}[ \t"'=:#([]{0,6}$/u;
const BEHIND =
  /^(?: ?[A-Z]{1,3}(?![A-Za-z]))?(?:["'”’)]{0,2} ?\(| (?=\S+ )(?:(?:is|as|for|was|ist|es|est|è|in als|als|como|comme|come|som|jako) )?(?:(?:my|mine|the|his|her|our|your|their|an?|mein|meine|die|der|das|mon|ma|le|la|mi|el|il|mijn|het|de) (?:(?:valid|correct|right|real|new|old) )?)?)/;

function group(into: Map<number, WordList[]>, at: number, list: WordList): void {
  const lists = into.get(at);
  if (lists === undefined) into.set(at, [list]);
  else lists.push(list);
}

function labelsOf(scan: Scan): Labels {
  let labels = known.get(scan);
  if (labels === undefined) {
    const endingAt = new Map<number, WordList[]>();
    const startingAt = new Map<number, WordList[]>();
    const longest = new Map<number, number>();
    const furthest = new Map<number, number>();
    for (const list of scan.foundLists()) {
      if (list.labels !== 'number') continue;
      const { starts, ends } = scan.words(list);
      ends.forEach((end, index) => {
        group(endingAt, end, list);
        group(startingAt, starts[index]!, list);
        longest.set(end, Math.min(starts[index]!, longest.get(end) ?? end));
        furthest.set(starts[index]!, Math.max(end, furthest.get(starts[index]!) ?? 0));
      });
    }
    const reached = new Map<number, number>();
    let reach = 0;
    for (const start of [...furthest.keys()].sort((a, b) => a - b)) {
      reach = Math.max(reach, furthest.get(start)!);
      reached.set(start, reach);
    }
    const cells = new Map<number, number>();
    for (const [end, start] of longest) for (const cell of cellsUnder(scan, start, end)) cells.set(cell.start, end);
    labels = { ends: [...endingAt.keys()].sort((a, b) => a - b), endingAt, startingAt, longest, reached, cells };
    known.set(scan, labels);
  }
  return labels;
}

/** Short labels in small letters are words of some language, `sin`, `pan`, `nas`, but for these. */
const isTelling = (label: string) =>
  label.length > 4 || !/\p{Ll}/u.test(label) || /^(?:vat|tva|iva|btw|nif|nit|ssn|bsn|cpf|oib|pps)$/.test(label);

/** The lists of which a label stands at one place, and where it ends (where it begins, behind a number). */
export interface NumberLabel {
  lists: readonly WordList[];
  at: number;
  /** Where the longest of them begins. */
  from: number;
}

/**
 * The label of an identity number in front of a span (UTF-16, end exclusive) with nothing but words between, or behind it as
 * in `123 (BSN)`; null when there is none.
 */
export function labelOfNumber(scan: Scan, start: number, end: number): NumberLabel | null {
  const { ends, endingAt, startingAt, longest, cells } = labelsOf(scan);
  if (ends.length === 0) return null;
  const head = cells.get(start);
  if (head !== undefined) return { lists: endingAt.get(head)!, at: head, from: longest.get(head)! };
  const gap = BEHIND.exec(scan.text.slice(end, end + 24))?.[0].length;
  const behind = gap === undefined ? undefined : startingAt.get(end + gap);
  if (behind !== undefined) return { lists: behind, at: end + gap!, from: end + gap! };
  // The nearest label decides: what is in front of it belongs to something else.
  const nearest = ends[firstAbove(ends, start) - 1];
  if (nearest === undefined || start - nearest > REACH) return null;
  const between = scan.text.slice(nearest, start);
  if (!DIRECT.test(between) && !(WORDS.test(between) && isTelling(scan.text.slice(longest.get(nearest), nearest))))
    return null;
  return { lists: endingAt.get(nearest)!, at: nearest, from: longest.get(nearest)! };
}

/** Whether a number has the label of an identity number: one whose check digits are wrong is still nothing else. */
export function isLabelledNumber(
  scan: Scan,
  start: number,
  end: number,
  counts: (list: WordList, at: number) => boolean = () => true,
): boolean {
  const label = labelOfNumber(scan, start, end);
  return label?.lists.some((list) => counts(list, label.at)) ?? false;
}

/** Whether a word (UTF-16, end exclusive) is the end of a longer label: `account number` in `universal account number`. */
export function isEndOfLabel(scan: Scan, start: number, end: number): boolean {
  return (labelsOf(scan).longest.get(end) ?? start) < start;
}

/** `passport number` is `passport`. */
const SAME = /^.?(?:number|nummer|no|nr|num|id|code|card)(?![a-z])/;

/** The same of any part of one: of `cédula` in `cédula jurídica`. For what nothing but the label proves. */
export function isPartOfLabel(scan: Scan, start: number, end: number): boolean {
  const reached = labelsOf(scan).reached.get(start) ?? end;
  return isEndOfLabel(scan, start, end) || (reached > end && !SAME.test(scan.folded.slice(end, reached)));
}
