/** Where the labels of identity numbers stand, for detectors of other numbers to keep off. */
import type { WordList } from './detector.ts';
import type { Scan } from './scan.ts';

interface Labels {
  list: WordList;
  starts: ReadonlySet<number>;
  ends: ReadonlySet<number>;
}

const known = new WeakMap<Scan, readonly Labels[]>();
const GAP_BEFORE =
  /(?:["'\])]{0,2}(?: ?(?:number|num|no|nr|id|code|is|was|of|ist|est|es)\b\.?){0,2}[ \t"'=:#([]{0,4})$/i;
const GAP_BEHIND = /^(?: ?\(| is (?:my|the|his|her|our|your|an?) (?:valid )?)/i;

function labelsOf(scan: Scan): readonly Labels[] {
  let labels = known.get(scan);
  if (labels === undefined) {
    labels = scan
      .foundLists()
      .filter((list) => list.labels === 'number')
      .map((list) => ({ list, starts: new Set(scan.words(list).starts), ends: new Set(scan.words(list).ends) }));
    known.set(scan, labels);
  }
  return labels;
}

/**
 * Whether the label of an identity number stands right in front of a span (UTF-16, end exclusive), or behind it as in
 * `123 (BSN)`: a number whose check digits are wrong is still nothing else. Lists for which `counts` is false are passed over.
 */
export function isLabelledNumber(
  scan: Scan,
  start: number,
  end: number,
  counts: (list: WordList) => boolean = () => true,
): boolean {
  const labels = labelsOf(scan);
  if (labels.length === 0) return false;
  const gap = GAP_BEFORE.exec(scan.text.slice(Math.max(0, start - 18), start))![0].length;
  const behind = GAP_BEHIND.exec(scan.text.slice(end, end + 20))?.[0].length;
  return labels.some(({ list, starts, ends }) => {
    if (behind !== undefined && starts.has(end + behind)) return counts(list);
    for (let at = start - gap; at <= start; at += 1) if (ends.has(at)) return counts(list);
    return false;
  });
}
