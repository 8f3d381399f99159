/**
 * Where in a text a long value can stand at all. A value of sixteen characters of a class has one of them at every
 * sixteenth place, so that most of a text need not be looked at.
 */

/** 1 for each member, by UTF-16 unit; units beyond the end of the table are none. */
export type UnitClass = Uint8Array;

/** @param members matches one unit @param size the first unit that is surely none */
export function unitClass(members: RegExp, size = 128): UnitClass {
  return Uint8Array.from({ length: size }, (_, code) => (members.test(String.fromCharCode(code)) ? 1 : 0));
}

/** What a pattern may look at beside its match. */
const CONTEXT = 20;

/**
 * Every match of a global pattern within stretches of the text (starts and ends in turn), which no match reaches beyond. The
 * pattern may look at a few units beside its match.
 */
export function* matchesWithin(
  text: string,
  stretches: readonly number[],
  pattern: RegExp,
): Generator<RegExpExecArray> {
  for (let index = 0; index < stretches.length; index += 2) {
    const from = Math.max(0, stretches[index]! - CONTEXT);
    const end = stretches[index + 1]!;
    const part = text.slice(from, end + CONTEXT);
    for (let at = stretches[index]! - from; ; ) {
      pattern.lastIndex = at;
      const match = pattern.exec(part);
      if (match === null || from + match.index >= end) break;
      at = match.index + (match[0].length || 1);
      match.index += from;
      yield match;
    }
  }
}

/** Starts and ends (UTF-16, end exclusive), in turn, of the maximal stretches of at least so many members. */
export function longStretches(text: string, members: UnitClass, least: number): number[] {
  const found: number[] = [];
  let from = 0;
  for (let at = least - 1; at < text.length; ) {
    let start = at + 1;
    while (start > from && members[text.charCodeAt(start - 1)] === 1) start -= 1;
    let end = at + 1;
    if (start <= at) while (end < text.length && members[text.charCodeAt(end)] === 1) end += 1;
    if (end - start >= least) found.push(start, end);
    from = end;
    at = end + least - (start <= at ? 0 : 1);
  }
  return found;
}
