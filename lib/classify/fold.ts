/** Folding for word search: lower case and without accents, the same length as the given text. */

const NON_ASCII = /[^\x00-\x7f]/;
const EVERY_NON_ASCII = /[^\x00-\x7f]/g;
const MARKS = /\p{M}+/gu;

const folds = new Map<string, string>();

function foldUnit(unit: string): string {
  let known = folds.get(unit);
  if (known === undefined) {
    const lower = unit.normalize('NFD').replace(MARKS, '').toLowerCase();
    known = lower.length === 1 ? lower : unit;
    folds.set(unit, known);
  }
  return known;
}

/** Lower-cases and strips accents unit by unit, so that offsets in the result are offsets in `text` (UTF-16). */
export function fold(text: string): string {
  return NON_ASCII.test(text) ? asciiLower(text.replace(EVERY_NON_ASCII, foldUnit)) : text.toLowerCase();
}

/** Lower case that cannot change the length: a few capitals outside ASCII have a longer small form. */
function asciiLower(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}
