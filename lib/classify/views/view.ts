/**
 * Another reading of a text: what stands there once escapes are resolved, pieces joined, words for digits read as digits.
 * A reading holds only the neighbourhood of what it changed, so that a few escapes in a long text cost little.
 */

/** A further text to scan. */
export interface View {
  text: string;
  /**
   * Maps a span of the view (UTF-16, end exclusive) to the span of the source it was made from, with the codes of what was
   * changed inside it or right beside it. No codes: nothing was, so the source itself says the same.
   */
  toSource(start: number, end: number): { start: number; end: number; codes: string[] };
  /** What a finding must have besides a changed piece: readings that change much ask for more. */
  least?: number;
  /** True when a finding also needs a cue word in its evidence, unless it is this many units long in the view. */
  cueBelow?: number;
}

/** A piece of the source that reads differently. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  /** Evidence code, e.g. `encoded:percent`. */
  code: string;
}

/** How much unchanged text stays on both sides of a change: enough for the value around it and a cue in front of it. */
const MARGIN = 160;
/** Keeps values of different neighbourhoods apart. */
const GAP = '\n\n\n';

interface Piece {
  /** Where the piece ends in the view. */
  end: number;
  length: number;
  start: number;
  sourceEnd: number;
  code: string;
}

/** The reading of `text` with `edits` made; null without edits. Edits are in order and do not overlap. */
export function editedView(
  text: string,
  edits: readonly Edit[],
  limits: Pick<View, 'least' | 'cueBelow'> = {},
): View | null {
  if (edits.length === 0) return null;
  const out: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const add = (piece: string, start: number, sourceEnd: number, code: string) => {
    if (piece === '' && code === '') return;
    length += piece.length;
    out.push(piece);
    pieces.push({ end: length, length: piece.length, start, sourceEnd, code });
  };
  let done = 0;
  edits.forEach((edit, index) => {
    const from = Math.max(done, edit.start - MARGIN);
    if (from > done && index > 0) add(GAP, from, from, '');
    add(text.slice(from, edit.start), from, edit.start, '');
    add(edit.text, edit.start, edit.end, edit.code);
    const next = edits[index + 1]?.start ?? text.length;
    done = Math.min(next, edit.end + MARGIN, text.length);
    add(text.slice(edit.end, done), edit.end, done, '');
  });
  return { text: out.join(''), toSource: (start, end) => sourceOf(pieces, start, end), ...limits };
}

function sourceOf(pieces: readonly Piece[], start: number, end: number): ReturnType<View['toSource']> {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  const place = (piece: Piece, offset: number) =>
    piece.code === '' && piece.length === piece.sourceEnd - piece.start
      ? { start: piece.start + offset, end: piece.start + offset + 1 }
      : { start: piece.start, end: piece.sourceEnd };
  const inPiece = (index: number, offset: number) =>
    place(pieces[index]!, offset - (pieces[index]!.end - pieces[index]!.length));
  // A change that touches a value may be what sets it free, like a line break written as an escape.
  const codes = new Set<string>();
  const until = pieceAt(pieces, end);
  for (let index = pieceAt(pieces, start - 1); index <= until; index += 1) codes.add(pieces[index]!.code);
  codes.delete('');
  return { start: inPiece(first, start).start, end: inPiece(last, end - 1).end, codes: [...codes] };
}

/** Index of the piece that holds a place in the view; pieces without text hold none. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pieces[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Every match of a global, linear pattern as an edit. `replace` may refuse one with null. */
export function editsOf(
  text: string,
  pattern: RegExp,
  code: string,
  replace: (match: RegExpExecArray) => string | null,
): Edit[] {
  return editsFrom(text.matchAll(pattern), code, replace);
}

/** Matches, in order, as edits. */
export function editsFrom(
  matches: Iterable<RegExpExecArray>,
  code: string,
  replace: (match: RegExpExecArray) => string | null,
): Edit[] {
  const edits: Edit[] = [];
  for (const match of matches) {
    const made = replace(match);
    if (made !== null) edits.push({ start: match.index, end: match.index + match[0].length, text: made, code });
  }
  return edits;
}

/** Edits of several makers in order; where two overlap the one that begins first stays, the earlier maker's on a tie. */
export function inOrder(...makers: readonly Edit[][]): Edit[] {
  const sorted = makers.flat().sort((a, b) => a.start - b.start);
  const kept: Edit[] = [];
  let reached = 0;
  for (const edit of sorted) {
    if (edit.start < reached) continue;
    kept.push(edit);
    reached = edit.end;
  }
  return kept;
}
