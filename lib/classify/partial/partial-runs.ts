/**
 * Values said in pieces, message by message: "my card starts with 4539", "5787", "then 6362", "1486". Of what was sent
 * nothing is kept but runs of digits and token characters that may be the beginning of a value, a few of them and not for
 * long. Whoever keeps them has them in memory alone.
 */

/** What may be a piece of a value in a message. */
export interface Piece {
  /** UTF-16 units of the message, end exclusive. */
  start: number;
  end: number;
  /** Digits without what stands between them, or the token as it is. */
  text: string;
}

/** Pieces put together so far. */
export interface PartialRun {
  text: string;
  pieces: number;
  /** How many of them said the same as the message before: the person may mean it, or the app sends twice. */
  repeats: number;
  /** The last piece. */
  last: string;
  /** Whether the last piece counts on from the one before it. */
  counts: boolean;
  /** Milliseconds since the epoch, of the last piece. */
  at: number;
}

/** Private keys are longer, and are told by their first line. */
export const LONGEST_RUN = 200;
const MOST_RUNS = 16;
const LIFE_MS = 30 * 60_000;
/** In a message this short a number is what it is about. */
const SHORT_MESSAGE = 80;
const MOST_DIGITS = 18;
const FEW_DIGITS = 3;
const BARE_MESSAGE = 12;
/** Numbers of questions, tickets and pages go up by so much at most. */
const LONGEST_STEP = 10;

const DIGITS = /[0-9](?:[ .\-/]?[0-9])*/g;
const ALL_DIGITS = /^[0-9]+$/;
const TOKEN = /[A-Za-z0-9_+/=.~-]{4,128}/g;
const ENDS_SENTENCE = /[.]+$/;

/** Words are no pieces of keys: those have digits, or both cases in the middle, or signs. */
function isTokenLike(token: string): boolean {
  return /[0-9]/.test(token) ? /[A-Za-z]/.test(token) : /[a-z][A-Z]|[_=+]|^[A-Z]{8,}$/.test(token);
}

/** The pieces of a message: its only number when it is short, and the tokens at its beginning and end. */
export function piecesOf(message: string): Piece[] {
  const pieces: Piece[] = [];
  const numbers = message.length <= SHORT_MESSAGE ? [...message.matchAll(DIGITS)] : edges(message, DIGITS);
  const alone = numbers.filter(({ 0: run, index }) => stands(message, index, index + run.length));
  if (alone.length === 1 || message.length > SHORT_MESSAGE) {
    for (const { 0: run, index } of alone) {
      const text = run.replace(/[^0-9]/g, '');
      // People count and number all day: so few digits are a piece only where they are all that is said.
      if (text.length < FEW_DIGITS && message.trim().length > BARE_MESSAGE) continue;
      if (text.length <= MOST_DIGITS) pieces.push({ start: index, end: index + run.length, text });
    }
  }
  for (const { 0: run, index } of edges(message, TOKEN)) {
    const text = run.replace(ENDS_SENTENCE, '');
    if (isTokenLike(text)) pieces.push({ start: index, end: index + text.length, text });
  }
  return pieces;
}

/** Matches that are the first or the last thing in a message. */
function edges(message: string, pattern: RegExp): RegExpExecArray[] {
  const start = message.length - message.trimStart().length;
  const end = message.trimEnd().replace(ENDS_SENTENCE, '').length;
  const head = [...message.slice(0, start + LONGEST_RUN).matchAll(pattern)].filter(({ index }) => index === start);
  const from = Math.max(0, end - LONGEST_RUN);
  const tail = [...message.slice(from, end).matchAll(pattern)].filter(
    ({ 0: run, index }) => from + index + run.length === end,
  );
  for (const match of tail) match.index += from;
  return [...head, ...tail.filter(({ index }) => index !== start)];
}

/** Digits that are no part of a word, a decimal or a date. */
function stands(message: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}.,:/%$€£]/u.test(message[start - 1] ?? '') &&
    !/^(?:[\p{L}%$€£]|[.,:/][0-9])/u.test(message.slice(end, end + 2))
  );
}

/** Whether somebody counts: "question 507", "question 508". One such step may be chance, two are not. */
function countsOn(before: string, after: string): boolean {
  if (before.length !== after.length || !ALL_DIGITS.test(before) || !ALL_DIGITS.test(after)) return false;
  const step = Number(after) - Number(before);
  return step > 0 && step <= LONGEST_STEP;
}

/**
 * What a piece may go on from: the runs that are not too old, digits from digits, nothing longer than any value, and no
 * counting.
 */
export function runsBefore(runs: readonly PartialRun[], piece: Piece, now: number): PartialRun[] {
  return runs.filter(({ text, last, counts, at }) => {
    if (now - at > LIFE_MS || text.length + piece.text.length > LONGEST_RUN) return false;
    if (counts && countsOn(last, piece.text)) return false;
    return !ALL_DIGITS.test(text) || !ALL_DIGITS.test(piece.text) || text.length + piece.text.length <= MOST_DIGITS + 1;
  });
}

/**
 * The runs after a message was sent. A message without pieces changes nothing; one with pieces goes on from the message
 * before, or begins anew: numbers that are picked out of many messages make up anything. `again`: it says the same as the
 * one before, which may also be the app sending twice.
 */
export function runsAfter(runs: readonly PartialRun[], message: string, now: number, again = false): PartialRun[] {
  const alive = runs.filter(({ at }) => now - at <= LIFE_MS);
  const pieces = piecesOf(message);
  if (pieces.length === 0) return alive;
  const fresh = pieces.flatMap((piece): PartialRun[] => [
    { text: piece.text, pieces: 1, repeats: 0, last: piece.text, counts: false, at: now },
    ...runsBefore(alive, piece, now).map((run) => ({
      text: run.text + piece.text,
      pieces: run.pieces + 1,
      repeats: run.repeats + (again ? 1 : 0),
      last: piece.text,
      counts: countsOn(run.last, piece.text),
      at: now,
    })),
  ]);
  const distinct = new Map<string, PartialRun>();
  for (const run of again ? [...alive, ...fresh] : fresh) {
    const known = distinct.get(run.text);
    if (known === undefined || run.repeats <= known.repeats) distinct.set(run.text, run);
  }
  return [...distinct.values()].sort((a, b) => a.repeats - b.repeats || b.pieces - a.pieces).slice(0, MOST_RUNS);
}
