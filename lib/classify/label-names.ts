/** The label of a number is no name: `Permis` in `Permis de conduire 12AA34567`, `CPR` in `CPR-nr. 070761-4285`. */
import type { WordList } from './detector.ts';
import type { Finding } from './finding.ts';
import { firstAbove } from './lexicon.ts';
import type { Scan } from './scan.ts';

const NAMES = new Set(['PERSON', 'ORGANIZATION', 'LOCATION']);
/** How far in front of a value its label may end, in UTF-16 units. */
const REACH = 24;
const IS_SPACE = /\s/;
/** What is left of a name in front of a label: initials alone are part of the label. */
const IS_NAME = /\p{L}{3}/u;

interface Span {
  start: number;
  end: number;
}

/**
 * The findings without names that a model has read into the label of another finding; what stands in front of the label
 * stays one. `findings`: all of the scan's own text, in any order.
 */
export function withoutLabelNames(scan: Scan, findings: readonly Finding[]): Finding[] {
  const isRead = ({ type, evidence }: Finding) => NAMES.has(type) && evidence.includes('model');
  if (!findings.some(isRead)) return [...findings];
  const lists = new Map(scan.foundLists().map((list) => [`cue:${list.id}`, list]));
  const labels = findings
    .filter(({ type }) => !NAMES.has(type))
    .flatMap((finding) => labelOf(scan, lists, finding))
    .sort((a, b) => a.start - b.start);
  const starts = labels.map(({ start }) => start);
  return findings.flatMap((finding) => {
    if (!isRead(finding)) return [finding];
    const label = labels[firstAbove(starts, finding.end - 1) - 1];
    if (label === undefined || label.end <= finding.start) return [finding];
    // `Richardson-Keys 4471`: the end of a name is no label.
    if (label.start > finding.start && !IS_SPACE.test(scan.text[label.start - 1]!)) return [finding];
    const left = scan.text.slice(finding.start, label.start).trimEnd();
    return IS_NAME.test(left) ? [{ ...finding, end: finding.start + left.length }] : [];
  });
}

/** The label in front of a finding, as its evidence names it. */
function labelOf(scan: Scan, lists: ReadonlyMap<string, WordList>, { start, evidence }: Finding): Span[] {
  return evidence.flatMap((code) => {
    const list = lists.get(code);
    if (list === undefined) return [];
    const { starts, ends } = scan.words(list);
    const last = firstAbove(ends, start) - 1;
    return last >= 0 && start - ends[last]! <= REACH ? [{ start: starts[last]!, end: ends[last]! }] : [];
  });
}
