/** Folding for word search: lower case and without accents, the same length as the given text. */

import { nextNonAscii } from '../prompt/non-ascii.ts';

const MARKS = /\p{M}+/gu;

/** The folded form of each UTF-16 unit, found out when it is first met; 0: not yet. */
const folds = new Uint16Array(65536);

function foldUnit(code: number): number {
  const known = folds[code]!;
  if (known !== 0) return known;
  const lower = String.fromCharCode(code).normalize('NFD').replace(MARKS, '').toLowerCase();
  const folded = lower.length === 1 ? lower.charCodeAt(0) : code;
  folds[code] = folded;
  return folded;
}

/** Lower-cases and strips accents unit by unit, so that offsets in the result are offsets in `text` (UTF-16). */
export function fold(text: string): string {
  const first = nextNonAscii(text, 0);
  if (first === text.length) return text.toLowerCase();
  const pieces: string[] = [];
  let from = 0;
  for (let at = first; at < text.length; at = nextNonAscii(text, at + 1)) {
    const code = text.charCodeAt(at);
    const folded = foldUnit(code);
    if (folded === code) continue;
    pieces.push(text.slice(from, at), String.fromCharCode(folded));
    from = at + 1;
  }
  return asciiLower(from === 0 ? text : pieces.join('') + text.slice(from));
}

/** Lower case that cannot change the length: a few capitals outside ASCII have a longer small form. */
function asciiLower(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}
