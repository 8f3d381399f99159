/** In lists of names and values every number belongs to its own name. */
import { cellsUnder } from '../../columns.ts';
import type { WordList } from '../../detector.ts';
import { firstAbove } from '../../lexicon.ts';
import type { Scan } from '../../scan.ts';

/** `tin: 268177078, ni: `: the label has a number of its own, and what follows another name. */
const OWN_NUMBER = /^["']?\s{0,4}[:=]\s{0,4}[^\n,;&]{0,40}[0-9]/;
const ENDS_IN_SIGN = /[:=]\s{0,3}["']?$/;
const OTHER_NAME =
  /[\n,;&]\s{0,12}["']?(?!(?:no|nr|num|number|numero|id|code|value|wert|valor)(?![a-z]))[\p{L}_][\p{L}\p{N}_ .-]{0,30}["']?\s{0,3}[:=]\s{0,3}["']?$/iu;
const LONGEST_NAME = 56;
/** `RUN apt-get install curl=7882`: the number of what is named there. */
const SET = /\s[\p{L}][\p{L}\p{N}_.-]{1,30}=$/u;

/** How far in front of a label the number may end, in UTF-16 units: `123 456 (BSN)`. */
export const AHEAD = 24;
/** Behind a label whose number comes after it. */
const NAMES_NEXT = /^["']?[ \t]?[:=]/;

/** `run`, `sin`, `pan`: words of English where they are written small, so the number stands beside them. */
const SMALL_WORD = /^[a-z]{2,3}$/;
/** Words, or other numbers of a list. */
const RIGHT_BEHIND =
  /^(?:["'`*)\]]{0,3}(?:[ _-][\p{L}'’]{1,24}[.°º]?){0,3}\.{0,12}[ \t:=#|"'`(*[>;,-]{0,6}(?:\r?\n[ \t]{0,8})?(?:[A-Z]{2}[ -]?)?|[\s\d:=,;./|-]*)$/iu;
const RIGHT_AHEAD = /^ ?[([-]? ?(?:is (?:my|the|his|her) |(?:in )?(?:als|as|como|comme|come|som|jako) )?$/i;

/** Whether a number has a name of its own in a list of names and values, and the label another number. */
export function isNamedOtherwise(scan: Scan, labels: WordList, start: number, end: number, reach: number): boolean {
  const { starts, ends } = scan.words(labels);
  const last = firstAbove(ends, start) - 1;
  if (last >= 0 && start - ends[last]! <= reach) {
    const between = scan.text.slice(ends[last], start);
    if (SMALL_WORD.test(scan.text.slice(starts[last], ends[last])) && !RIGHT_BEHIND.test(between))
      return !cellsUnder(scan, starts[last]!, ends[last]!).some((cell) => cell.start === start);
    return (
      SET.test(between.slice(-LONGEST_NAME)) ||
      (ENDS_IN_SIGN.test(between.slice(-5)) &&
        OWN_NUMBER.test(between) &&
        OTHER_NAME.test(between.slice(-LONGEST_NAME)))
    );
  }
  const next = firstAbove(starts, end - 1);
  if (next >= starts.length || starts[next]! - end > AHEAD) return false;
  if (
    SMALL_WORD.test(scan.text.slice(starts[next], ends[next])) &&
    !RIGHT_AHEAD.test(scan.text.slice(end, starts[next]))
  )
    return true;
  return NAMES_NEXT.test(scan.text.slice(ends[next]!, ends[next]! + 4));
}
