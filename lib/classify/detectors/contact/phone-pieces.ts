/** Takes runs of what phone numbers are written with apart into numbers. */
import { formConfidence } from './phone-form.ts';

export const EXTENSION =
  /,? ?(?:x|ext\.?|extn\.?|extension|poste|durchwahl|dw\.?|int\.?|toestel)[ .:]{0,2}[0-9]{1,6}$/i;
const LONGEST_RUN = 200;
const LONGEST = 40;
export const LEAST_DIGITS = 7;
export const MOST_DIGITS = 15;
/** Between two numbers that were written one after the other. */
const BETWEEN = / {2,}| ?\/ | - | (?=\()|(?<=[0-9]{4}) (?=[0-9]{3}[-.])/g;
/** A number that cannot be taken for part of anything else, inside a run that goes on. */
const CLEAR = /(?<![0-9(.-])(?:\+?1[-. ]?)?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}([-.]))[0-9]{3}[-.][0-9]{4}(?![0-9.-])/;

export interface Piece {
  start: number;
  raw: string;
}

/** The numbers in a run, mostly one. */
export function piecesOf(run: string, start: number): Piece[] {
  if (run.length > LONGEST_RUN) return [];
  const digits = run.replace(EXTENSION, '').replace(/[^0-9]/g, '').length;
  if (digits <= MOST_DIGITS && run.length <= LONGEST && formConfidence(run.replace(EXTENSION, '')) > 0)
    return [{ start, raw: run }];
  const clear = CLEAR.exec(run);
  if (clear !== null && clear[0].length < run.length && digits > 10) {
    const rest = clear.index + clear[0].length;
    return [
      { start: start + clear.index, raw: clear[0] },
      ...(run.length - rest > LEAST_DIGITS ? piecesOf(run.slice(rest), start + rest) : []),
    ];
  }
  if (digits <= MOST_DIGITS) return [{ start, raw: run }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const gap of run.matchAll(BETWEEN)) {
    pieces.push({ start: start + from, raw: run.slice(from, gap.index) });
    from = gap.index + gap[0].length;
  }
  return from === 0 ? [] : [...pieces, { start: start + from, raw: run.slice(from) }];
}

/** The span of a piece without spaces and a bracket that belongs to the sentence. */
export function trimmed({ start, raw }: Piece): Piece {
  const wider = raw.split('(').length > raw.split(')').length;
  const last = raw.lastIndexOf('(');
  // The bracket opens what is said of the number: `0900-441220 (0,99`.
  if (wider && last > LEAST_DIGITS) return trimmed({ start, raw: raw.slice(0, last) });
  const open = raw.startsWith('(') && wider;
  const lead = /^[ .\-/)]*/.exec(open ? raw.slice(1) : raw)![0].length + (open ? 1 : 0);
  return { start: start + lead, raw: raw.slice(lead).replace(/[ .\-/(]+$/, '') };
}
