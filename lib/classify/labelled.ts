/** Finds values by the label in front of them: `Patient ID: 12345`, `"password": "..."`, `DOB = ...`. */
import { type Cell, cellsUnder } from './columns.ts';
import type { WordList } from './detector.ts';
import type { Scan } from './scan.ts';

/** `number`, `no.`, `#`, where the label itself does not say it. */
const NUMBER = `(?:[ \\t]{0,4}(?:(?:number|num|no\\.?|nr\\.?|id|code|value)\\b\\.?|n[°º]|№|#))?`;
/** `is`, `lautet`: what a label is told with. */
const VERB = "(?:is|was|are|reads|it's|it is|c'est|ist|lautet|est|es|è|jest)(?![A-Za-zÀ-ÿ])";
/** A remark, `(mobile)`, and whose number it is: `of my laptop is`, `meines Laptops lautet`. */
const OWNER = `(?: ?\\([^()\\n0-9]{1,24}\\))?(?:[ \\t](?:of|for|on|from|de|du|des|del|della|di|da|van|vom|von|der|meines|meiner|des|für|pour|para|per|voor)(?: [^\\s0-9:;,.()"'=]{1,20}){1,4}(?= ?:| ${VERB}))?`;
/** `the`, where a number follows it. */
const ARTICLE = `(?: (?:the|now|le|la|el|il|die|het)(?= ?["']?[A-Za-z]{0,6}[0-9]))?`;
/** What may stand between a label and its value: closing quotes, `number`, whose it is, a sign or a verb, opening quotes. Bounded. */
const GAP = `\\.?["'\\]\`)*_>]{0,4}${NUMBER}${OWNER}["'\\]\`)*_]{0,4}[ \\t]{0,8}(?:(?::=|=>|==?|:|->|-|#|,|${VERB}${ARTICLE}:?)(?=[ \\t"'\`(\\[<]|[^ \\t]))?[ \\t]{0,8}(?:\\r?\\n[ \\t]{0,8})?["'\`(\\[<*]{0,4}`;

/** What stands between a value and a label behind it, `4471220 is my customer number`, `4471220 (customer number)`, and the value. */
const IN_FRONT =
  /(?<![^\s"'(,;:|])((?:[0-9]{2,10}[ -]){0,5}[^\s"'(),;:|]{2,40})["']?(?: ?\(| (?:is|was|ist|est|es|è) (?:(?:my|the|his|her|our|their|mein|meine|seine|ihre|die|der|das|mon|ma|son|le|la|mi|su|el|il|mio|la mia|il mio|mijn|zijn|haar|de|het)(?: [a-z]{2,12})? )?)$/i;
/** How far in front such a value may begin, in UTF-16 units. */
const REACH_BEFORE = 80;

export interface Labelled {
  start: number;
  end: number;
  value: string;
  /** Where the label begins. */
  label: number;
  /** Where the label ends. */
  labelEnd: number;
  /** It stands in a row of a table, under its label. */
  isCell?: true;
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
      found.push(
        ...inFront(scan, starts[index]!, at, pattern, reached),
        ...inColumn(scan, starts[index]!, at, pattern),
      );
      return;
    }
    const end = at + match[0].length;
    reached = end;
    found.push({ start: end - value.length, end, value, label: starts[index]!, labelEnd: at });
  });
  return found;
}

/** The value that a label follows. Without a digit it is a word of the sentence. */
function inFront(scan: Scan, label: number, labelEnd: number, pattern: RegExp, reached: number): Labelled[] {
  const from = Math.max(reached, label - REACH_BEFORE);
  const before = IN_FRONT.exec(scan.text.slice(from, label));
  const token = before?.[1];
  if (!before || !token || !/[0-9]/.test(token)) return [];
  const start = from + before.index;
  return whole(scan, { start, end: start + token.length }, label, labelEnd, pattern);
}

function inColumn(scan: Scan, label: number, labelEnd: number, pattern: RegExp): Labelled[] {
  return cellsUnder(scan, label, labelEnd)
    .flatMap((cell) => whole(scan, cell, label, labelEnd, pattern))
    .map((labelled) => ({ ...labelled, isCell: true }));
}

/** A span as the value of a label, when the pattern matches all of it. */
function whole(scan: Scan, { start, end }: Cell, label: number, labelEnd: number, pattern: RegExp): Labelled[] {
  const match = scan.matchAt(pattern, start);
  const value = match?.[1];
  return match && value && start + match[0].length === end
    ? [{ start: end - value.length, end, value, label, labelEnd }]
    : [];
}
