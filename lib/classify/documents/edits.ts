/**
 * What changed between two texts, as edits of the first. Made for redactions: most of the text is the same and changes are
 * short. Always correct (applying the edits gives the second text); how fine the edits are is bounded by a budget, so that
 * the time stays in proportion to the texts whatever they are.
 */

/** Replace `start..end` (UTF-16, end exclusive, in the text before) by `text`. Edits are in order and do not touch. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Comparisons of two words allowed altogether; beyond it a changed stretch becomes one edit. */
const BUDGET = 20_000_000;
const WORDS = /[\p{L}\p{N}_]+|\s|[^\p{L}\p{N}_\s]/gu;
const LINES = /[^\n]*\n|[^\n]+$/g;

interface Stretch {
  /** The stretch in the text before, and what stands there after. */
  start: number;
  before: string;
  after: string;
}

export function findEdits(before: string, after: string): Edit[] {
  const budget = { left: BUDGET };
  const whole = trim({ start: 0, before, after });
  if (whole === null) return [];
  const edits = splitAtLines(whole).flatMap((stretch) => editWords(stretch, budget));
  return edits;
}

/** Without what is the same at both ends; null when nothing is left. Never cuts a surrogate pair. */
function trim({ start, before, after }: Stretch): Stretch | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return {
    start: start + head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code < 0xe000;

/** Cuts at lines that occur once in both texts; between two such lines, line by line where their number is the same. */
function splitAtLines(stretch: Stretch): Stretch[] {
  const before = stretch.before.match(LINES) ?? [];
  const after = stretch.after.match(LINES) ?? [];
  const stretches: Stretch[] = [];
  let position = stretch.start;
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...anchors(before, after), [before.length, after.length] as const]) {
    const old = before.slice(i, nextI);
    const young = after.slice(j, nextJ);
    const pairs = old.length === young.length ? old.map((line, at) => [line, young[at]!] as const) : [];
    for (const [a, b] of pairs.length > 0 ? pairs : [[old.join(''), young.join('')] as const]) {
      const trimmed = trim({ start: position, before: a, after: b });
      if (trimmed !== null) stretches.push(trimmed);
      position += a.length;
    }
    position += before[nextI]?.length ?? 0;
    i = nextI + 1;
    j = nextJ + 1;
  }
  return stretches;
}

/** The longest run of pairs, rising on both sides, of lines that occur once in each (patience sorting). */
function anchors(before: string[], after: string[]): [number, number][] {
  const places = new Map<string, { i: number; j: number }>();
  const once = (lines: string[], set: (place: { i: number; j: number }, at: number) => void) => {
    for (const [at, line] of lines.entries()) {
      const place = places.get(line) ?? { i: -1, j: -1 };
      set(place, at);
      places.set(line, place);
    }
  };
  once(before, (place, at) => {
    place.i = place.i === -1 ? at : -2;
  });
  once(after, (place, at) => {
    place.j = place.j === -1 ? at : -2;
  });
  const pairs = [...places.values()].filter(({ i, j }) => i >= 0 && j >= 0);
  return longestRise(pairs);
}

function longestRise(pairs: { i: number; j: number }[]): [number, number][] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [at, { j }] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.j < j) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  }
  const rise: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) rise.push([pairs[at]!.i, pairs[at]!.j]);
  return rise.reverse();
}

/** The longest common run of words, by the textbook table; one edit where the table would be too large. */
function editWords({ start, before, after }: Stretch, budget: { left: number }): Edit[] {
  const old = before.match(WORDS) ?? [];
  const young = after.match(WORDS) ?? [];
  const size = (old.length + 1) * (young.length + 1);
  if (old.length === 0 || young.length === 0 || size > budget.left)
    return [{ start, end: start + before.length, text: after }];
  budget.left -= size;
  const width = young.length + 1;
  const common = new Uint32Array(size);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        old[i] === young[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  return followTable(old, young, common, start);
}

function followTable(old: string[], young: string[], common: Uint32Array, from: number): Edit[] {
  const width = young.length + 1;
  const edits: Edit[] = [];
  let open: Edit | null = null;
  let position = from;
  for (let i = 0, j = 0; i < old.length || j < young.length; ) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      open = null;
      position += old[i]!.length;
      i += 1;
      j += 1;
      continue;
    }
    if (open === null) {
      open = { start: position, end: position, text: '' };
      edits.push(open);
    }
    const isDropped =
      j >= young.length || (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!);
    if (isDropped) {
      position += old[i]!.length;
      open.end = position;
      i += 1;
    } else {
      open.text += young[j]!;
      j += 1;
    }
  }
  return edits;
}
