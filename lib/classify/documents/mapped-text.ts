/** Readable text woven from stretches of a source (a file's text, a member of an archive), and the way back. */
import { findEdits } from './edits.ts';

/** Where a stretch of the text comes from. `start`/`end` are in the text, `from`/`to` in the source; UTF-16, end exclusive. */
export interface Piece {
  start: number;
  end: number;
  from: number;
  to: number;
  /** The source that stands for another text: escapes what the format needs. */
  write(text: string): string;
  /** Stands for an element (a tab, a line break): it can be dropped, not hold other text. */
  isSolid: boolean;
  /** What else has to change in the source when this piece does. */
  also?: readonly Splice[] | undefined;
}

/** Between pieces the text may hold separators that stand for the structure; they have no source and stay as they are. */
export interface MappedText {
  place: string;
  text: string;
  pieces: Piece[];
}

/** A replacement of a stretch of the source. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** Texts longer than this are cut at the next separator, so that a caller can work on them one after the other. */
const LARGEST_PART = 250_000;

export interface PieceSource {
  from: number;
  to: number;
  write(text: string): string;
  isSolid?: boolean;
  also?: readonly Splice[];
}

export type Separator = 'line' | 'cell' | 'row';
const STRENGTH: Record<Separator, number> = { line: 0, cell: 1, row: 2 };

/** Collects pieces and separators into texts. A separator counts only between two pieces. */
export class Weaver {
  readonly #texts: MappedText[] = [];
  readonly #place: (text: number) => string;
  #chunks: string[] = [];
  #length = 0;
  #pieces: Piece[] = [];
  #gap = '';
  #separator: Separator = 'line';
  #label = '';

  /** `place` names the n-th text (from 0); it is asked when the text is complete. */
  constructor(place: (text: number) => string) {
    this.#place = place;
  }

  /** True when nothing stands before the next piece in its line. */
  get isFresh(): boolean {
    return this.#length === 0 || this.#gap !== '';
  }

  /** Which text the last piece went into, counted from 0. */
  get index(): number {
    return this.#texts.length;
  }

  add(text: string, { from, to, write, isSolid = false, also }: PieceSource): void {
    if (text === '') return;
    if (this.#gap !== '' && this.#length > LARGEST_PART) this.#cut();
    if (this.#length > 0) this.#push(this.#gap);
    this.#gap = '';
    this.#push(this.#label);
    this.#label = '';
    const start = this.#length;
    this.#push(text);
    this.#pieces.push({ start, end: this.#length, from, to, write, isSolid, also });
  }

  /** Of several separators between two pieces the strongest counts: a row beats a cell, a cell beats a paragraph in it. */
  separate(separator: Separator): void {
    if (this.#gap === '' || STRENGTH[separator] > STRENGTH[this.#separator]) {
      this.#separator = separator;
      this.#gap = separator === 'cell' ? '\t' : '\n';
    }
  }

  /** Text of the source that is no value (brackets, commas): it is read and stays. */
  literal(text: string): void {
    if (this.#length > 0) this.#push(this.#gap);
    this.#gap = '';
    this.#push(text);
  }

  /** Text in front of the next piece that says what it is (the name of a field). */
  label(text: string): void {
    this.#label = text;
  }

  finish(): MappedText[] {
    this.#cut();
    return this.#texts;
  }

  #push(text: string): void {
    this.#chunks.push(text);
    this.#length += text.length;
  }

  #cut(): void {
    if (this.#pieces.length > 0) {
      this.#texts.push({ place: this.#place(this.#texts.length), text: this.#chunks.join(''), pieces: this.#pieces });
    }
    this.#chunks = [];
    this.#length = 0;
    this.#pieces = [];
    this.#gap = '';
  }
}

/** What has to change in the source so that the text reads `after`. Separators stay: what replaced them joins a neighbour. */
export function spliceText({ text, pieces }: MappedText, after: string): Splice[] {
  const only = pieces.length === 1 ? pieces[0]! : null;
  if (only !== null && only.start === 0 && only.end === text.length && !only.isSolid) {
    return text === after ? [] : [{ from: only.from, to: only.to, text: only.write(after) }, ...(only.also ?? [])];
  }
  /** Per touched piece: the piece's text so far, and how much of the old one it covers. */
  const touched = new Map<Piece, { text: string; until: number }>();
  const write = (piece: Piece, start: number, end: number, insert: string) => {
    const state = touched.get(piece) ?? { text: '', until: piece.start };
    state.text += text.slice(state.until, start) + insert;
    state.until = end;
    touched.set(piece, state);
  };
  let first = 0;
  for (const edit of findEdits(text, after)) {
    while (first < pieces.length - 1 && pieces[first]!.end < edit.start) first += 1;
    let insert: string | null = edit.text === '' ? null : edit.text;
    for (let at = first; at < pieces.length && pieces[at]!.start <= edit.end; at += 1) {
      const piece = pieces[at]!;
      const start = Math.max(piece.start, edit.start);
      const end = Math.min(piece.end, edit.end);
      // A pure insertion between two pieces touches both; the first one takes it.
      if (start > end || (start === end && (insert === null || edit.start !== edit.end))) continue;
      write(piece, start, end, piece.isSolid ? '' : (insert ?? ''));
      if (!piece.isSolid) insert = null;
    }
    if (insert !== null) insertNearby(pieces, first, { ...edit, text: insert }, write);
  }
  return [...touched].flatMap(([piece, state]) => {
    const written = state.text + text.slice(state.until, piece.end);
    const splice = {
      from: piece.from,
      to: piece.to,
      text: piece.isSolid && written === '' ? '' : piece.write(written),
    };
    return [splice, ...(piece.also ?? [])];
  });
}

/** Where an edit met only separators and elements: the piece before takes the text, else the one after. */
function insertNearby(
  pieces: Piece[],
  near: number,
  { start, end, text }: { start: number; end: number; text: string },
  write: (piece: Piece, start: number, end: number, insert: string) => void,
): void {
  for (let at = near; at >= 0; at -= 1) {
    const piece = pieces[at]!;
    if (!piece.isSolid && piece.end <= start) {
      write(piece, piece.end, piece.end, text);
      return;
    }
  }
  for (let at = near; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    if (!piece.isSolid && piece.start >= end) {
      write(piece, piece.start, piece.start, text);
      return;
    }
  }
}

/** Applies splices that do not overlap, in any order. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((a, b) => a.from - b.from);
  const chunks: string[] = [];
  let position = 0;
  for (const { from, to, text } of ordered) {
    chunks.push(source.slice(position, from), text);
    position = to;
  }
  chunks.push(source.slice(position));
  return chunks.join('');
}
