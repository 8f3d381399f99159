/** Where names can be: stretches around capitalised words and known given names. All other words are outside. */
import { fold } from '../fold.ts';
import { isCapital, type TaggedText } from './features.ts';
import { KNOWN, levelOf } from './name-table.ts';
import { GAP, hashText, SHAPE, type Tokens } from './tokens.ts';

/** First and last token of a stretch. */
export interface Region {
  first: number;
  last: number;
}

/** Small words that may stand between the words of one name ("Bank of the West"). */
const MOST_BETWEEN = 3;
/** In tokens; a longer stretch is cut. */
export const LONGEST_REGION = 64;

/** Words behind which a name may be written small in any text: "my name is", "soy". */
const INTRODUCE = hashes("is am 'm name named called soy sono bin ben suis appelle llamo chiamo heisse heiße heet");
/** Forms of address, behind which a name may be written small and unknown. */
const ADDRESS = hashes(
  'mr mrs ms miss dr prof herr frau monsieur madame mme señor señora sr sra doctor don doña meneer mevrouw',
);
/** Words behind which a word that is a given name too may be one where all is written small: "ask rich", "my boss mark". */
const ABOUT_PEOPLE = hashes(
  'ask tell call text email mail invite give boss friend colleague coworker wife husband son daughter brother sister with',
  'its did is has hi hey hello thanks im frag sag schreib ruf mit chef kollege frau dis demande appelle avec merci dile',
  'pregunta llama con gracias jefe chiedi chiama grazie capo vraag zeg met baas bedankt',
);
/** Words behind which a company may be written small and unknown where all is written small. */
const FIRMS = hashes('at client customer supplier employer bei chez empresa kunde société ditta klant for');
/** Words behind which a place may be written small where all is written small. */
const TOWARDS = hashes('from in en aus a à nach te to near di de');

function hashes(...lines: string[]): ReadonlySet<number> {
  return new Set(lines.flatMap((words) => words.split(' ')).map((word) => hashText(fold(word))));
}

/** Whether a small word belongs to a longer token: `travis-ci`, `node.js`; but `anna-lena` is a name. */
function isPart({ count, gap, shape }: Tokens, known: Uint8Array, i: number): boolean {
  if (gap[i] === GAP.none && i > 1 && gap[i - 1] === GAP.none && shape[i - 2] !== SHAPE.sign) return true;
  if (i + 2 >= count || gap[i + 1] !== GAP.none || gap[i + 2] !== GAP.none || shape[i + 1] !== SHAPE.sign) return false;
  return shape[i + 2] !== SHAPE.sign && levelOf(known[i + 2]!, KNOWN.given) < 2;
}

/** A capitalised token of more than one letter: what an initial belongs to. */
function isName({ count, shape }: Tokens, i: number): boolean {
  return i >= 0 && i < count && shape[i] !== SHAPE.initial && isCapital(shape[i]!);
}

/** Whether more sentences and lines begin with a small letter than with a capital. */
function isWrittenSmall({ count, gap, shape }: Tokens): boolean {
  let small = 0;
  let capital = 0;
  let opens = false;
  for (let i = 0; i < count; i += 1) {
    if (gap[i]! >= GAP.line) opens = true;
    // A line may begin with a time, a dash or somebody's handle.
    if (!opens || shape[i] === SHAPE.sign || shape[i] === SHAPE.number || shape[i] === SHAPE.link) continue;
    if (shape[i] === SHAPE.lower) small += 1;
    else if (isCapital(shape[i]!)) capital += 1;
    opens = false;
  }
  return small > capital;
}

function isTrigger({ tokens, known }: TaggedText, i: number, allSmall: boolean): boolean {
  const shape = tokens.shape[i]!;
  if (shape === SHAPE.initial) return isName(tokens, i - 1) || isName(tokens, i + 1) || isName(tokens, i + 2);
  if (isCapital(shape)) return true;
  if (shape !== SHAPE.lower) return false;
  const value = known[i]!;
  if (isPart(tokens, known, i)) return false;
  if (levelOf(value, KNOWN.ordinary) > 0) {
    return allSmall && i > 0 && levelOf(value, KNOWN.given) > 0 && ABOUT_PEOPLE.has(tokens.hash[i - 1]!);
  }
  if (allSmall && levelOf(value, KNOWN.given) > 0) return true;
  if (i === 0 || tokens.gap[i] !== GAP.space) return false;
  if (ADDRESS.has(tokens.hash[i - 1]!) || (allSmall && FIRMS.has(tokens.hash[i - 1]!))) return true;
  if (value === 0) return false;
  return INTRODUCE.has(tokens.hash[i - 1]!) || (allSmall && TOWARDS.has(tokens.hash[i - 1]!));
}

/** The most words of a small name behind its first: "maria del carmen ruiz soto". */
const MOST_SMALL = 4;

/** How many small words behind a small given name may be its surnames: the first whatever it is, then those that are no common words. */
function smallNamesBehind({ tokens: { count, gap, shape }, known }: TaggedText, i: number): number {
  if (isCapital(shape[i]!)) return 0;
  let behind = 0;
  while (behind < MOST_SMALL && i + behind + 1 < count && gap[i + behind + 1] === GAP.space) {
    const next = i + behind + 1;
    if (shape[next] !== SHAPE.lower && behind > 0) break;
    if (behind > 0 && levelOf(known[next]!, KNOWN.ordinary) > 0 && levelOf(known[next]!, KNOWN.surname) === 0) break;
    behind += 1;
  }
  return behind;
}

export function findRegions(text: TaggedText, skip: (offset: number) => boolean): Region[] {
  const { count, gap, start } = text.tokens;
  const regions: Region[] = [];
  const allSmall = isWrittenSmall(text.tokens);
  let open: Region | null = null;
  for (let i = 0; i < count; i += 1) {
    if (open !== null && gap[i] === GAP.paragraph) open = null;
    if (!isTrigger(text, i, allSmall) || skip(start[i]!)) continue;
    const small = smallNamesBehind(text, i);
    if (open !== null && i - open.last <= MOST_BETWEEN && i + small - open.first < LONGEST_REGION) {
      open.last = Math.max(open.last, i + small);
      continue;
    }
    open = { first: open === null ? i : Math.max(i, open.last + 1), last: i + small };
    regions.push(open);
  }
  return regions;
}
