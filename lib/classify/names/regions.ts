/** Where names can be: stretches around capitalised words and known given names. All other words are outside. */
import { isCapital, type TaggedText } from './features.ts';
import { KNOWN, levelOf } from './name-table.ts';
import { GAP, SHAPE } from './tokens.ts';

/** First and last token of a stretch. */
export interface Region {
  first: number;
  last: number;
}

/** Small words that may stand between the words of one name ("Bank of the West"). */
const MOST_BETWEEN = 3;
const LONGEST = 64;

function isTrigger({ tokens, known }: TaggedText, i: number): boolean {
  const shape = tokens.shape[i]!;
  if (isCapital(shape)) return true;
  if (shape !== SHAPE.lower) return false;
  const value = known[i]!;
  return levelOf(value, KNOWN.ordinary) === 0 && levelOf(value, KNOWN.given) >= 2;
}

export function findRegions(text: TaggedText, skip: (offset: number) => boolean): Region[] {
  const { count, gap, start } = text.tokens;
  const regions: Region[] = [];
  let open: Region | null = null;
  for (let i = 0; i < count; i += 1) {
    if (open !== null && gap[i] === GAP.paragraph) open = null;
    if (!isTrigger(text, i) || skip(start[i]!)) continue;
    // A small given name may be followed by a small surname.
    const small = !isCapital(text.tokens.shape[i]!) && i + 1 < count && gap[i + 1] === GAP.space ? 1 : 0;
    if (open !== null && i - open.last <= MOST_BETWEEN && i - open.first < LONGEST) {
      open.last = Math.max(open.last, i + small);
      continue;
    }
    open = { first: open === null ? i : Math.max(i, open.last + 1), last: i + small };
    regions.push(open);
  }
  return regions;
}
