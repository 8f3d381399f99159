/** Finds values by the label in front of them: `Patient ID: 12345`, `"password": "..."`, `DOB = ...`. */
import { cellsUnder } from './columns.ts';
import type { WordList } from './detector.ts';
import type { Scan } from './scan.ts';

/** What may stand between a label and its value: closing quotes, `number`, a sign or a verb, opening quotes. Bounded. */
const GAP = `\\.?["'\\]\`)*_>]{0,4}(?:[ \\t]{0,4}(?:(?:number|num|no\\.?|nr\\.?|id|code|value)\\b\\.?|n[°º]|№|#))?["'\\]\`)*_]{0,4}[ \\t]{0,8}(?:(?::=|=>|==?|:|->|-|#|,|(?:is|was|are|ist|est|es|lautet):?)(?=[ \\t"'\`(\\[<]|[^ \\t]))?[ \\t]{0,8}(?:\\r?\\n[ \\t]{0,8})?["'\`(\\[<*]{0,4}`;

export interface Labelled {
  start: number;
  end: number;
  value: string;
  /** Where the label begins. */
  label: number;
  /** Where the label ends. */
  labelEnd: number;
}

/**
 * A sticky pattern for `findLabelled`: the gap, then `value` (source of a bounded pattern) as its only group. `rest` is the
 * source of what must follow the word to make it a label.
 */
export function afterLabel(value: string, flags = '', rest = ''): RegExp {
  return new RegExp(`${rest}${GAP}(${value})`, `iy${flags}`);
}

/**
 * Every value that follows a word of `labels` and matches `pattern` (made by `afterLabel`). Where the word is the heading of
 * a column, the cells under it are its values.
 */
export function findLabelled(scan: Scan, labels: WordList, pattern: RegExp): Labelled[] {
  const { starts, ends } = scan.words(labels);
  const found: Labelled[] = [];
  let reached = 0;
  ends.forEach((at, index) => {
    if (at < reached) return;
    const match = scan.matchAt(pattern, at);
    const value = match?.[1];
    if (!match || !value) {
      found.push(...inColumn(scan, starts[index]!, at, pattern));
      return;
    }
    const end = at + match[0].length;
    reached = end;
    found.push({ start: end - value.length, end, value, label: starts[index]!, labelEnd: at });
  });
  return found;
}

function inColumn(scan: Scan, label: number, labelEnd: number, pattern: RegExp): Labelled[] {
  return cellsUnder(scan, label, labelEnd).flatMap(({ start, end }) => {
    const match = scan.matchAt(pattern, start);
    const value = match?.[1];
    return match && value && start + match[0].length === end
      ? [{ start: end - value.length, end, value, label, labelEnd }]
      : [];
  });
}
