/** Builds the word table of the model: how common each word is as given name, surname, place and ordinary word. */
import { fold } from '../../../lib/classify/fold.ts';
import { checkOf, joinHash, KNOWN, markOf, type NameTable, slotOf } from '../../../lib/classify/names/name-table.ts';
import { hashText, tokenise } from '../../../lib/classify/names/tokens.ts';
import { GERMAN_NOUNS } from './plain-words.data.ts';
import type { Pools } from './pools.ts';

const LOAD = 0.82;
/** Births a name needs for levels 1, 2 and 3. */
const BIRTHS = [400, 8000, 80_000];
/** Ranks down to which a surname is at levels 3, 2 and 1. */
const RANKS = [2500, 25_000, 60_000];
/** Inhabitants a place needs for levels 1, 2 and 3. */
const INHABITANTS = [12_000, 90_000, 800_000];

/** Keys (word hashes) and their packed levels. */
export function wordLevels(pools: Pools): Map<number, number> {
  const levels = new Map<number, number>();
  const raise = (hash: number, kind: number, level: number) => {
    const value = levels.get(hash) ?? 0;
    if (((value >> kind) & 3) < level) levels.set(hash, (value & ~(3 << kind)) | (level << kind));
  };
  const add = (name: string, kind: number, level: number) => {
    const folded = fold(name);
    const { count, hash } = tokenise(name, folded);
    if (count === 1) raise(hash[0]!, kind, level);
    else if (kind !== KNOWN.place) for (let i = 0; i < count; i += 1) raise(hash[i]!, kind, Math.min(level, 1));
    else if (count === 2) raise(joinHash(hash[0]!, hash[1]!), kind, level);
    else if (count === 3) raise(joinHash(joinHash(hash[0]!, hash[1]!), hash[2]!), kind, level);
  };
  for (const [name, count] of pools.births) {
    const level = BIRTHS.filter((least) => count >= least).length;
    if (level > 0) raise(hashText(name), KNOWN.given, level);
  }
  pools.census.slice(0, RANKS.at(-1)).forEach((name, rank) => {
    raise(hashText(name), KNOWN.surname, 3 - RANKS.filter((limit) => rank >= limit).length);
  });
  for (const { given, surnames } of pools.cultures) {
    for (const name of given) add(name, KNOWN.given, 2);
    for (const name of surnames) add(name, KNOWN.surname, 2);
  }
  for (const { name, population } of pools.cities) {
    const level = INHABITANTS.filter((least) => population >= least).length;
    if (level > 0) add(name, KNOWN.place, level);
  }
  for (const name of [...Object.values(pools.countries).flat(), ...pools.states]) add(name, KNOWN.place, 3);
  pools.words.forEach((words, index) => {
    for (const word of words) raise(hashText(fold(word)), KNOWN.ordinary, index < 2 ? 3 : index < 4 ? 2 : 1);
  });
  for (const word of [...Object.values(pools.foreignWords).flat(), ...GERMAN_NOUNS]) {
    raise(hashText(fold(word)), KNOWN.ordinary, 2);
  }
  return levels;
}

/** Lays keys out in a table of marks and values; of two keys that cannot be told apart the first stays. */
export function buildTable(levels: ReadonlyMap<number, number>): NameTable {
  const slots = Math.ceil(levels.size / LOAD);
  const marks = new Uint8Array(slots);
  const checks = new Uint8Array(slots);
  const values = new Uint8Array(slots);
  for (const [hash, value] of levels) {
    const mark = markOf(hash);
    const check = checkOf(hash);
    let at = slotOf(hash, slots);
    while (marks[at] !== 0 && (marks[at] !== mark || checks[at] !== check)) at = at + 1 === slots ? 0 : at + 1;
    if (marks[at] !== 0) continue;
    marks[at] = mark;
    checks[at] = check;
    values[at] = value;
  }
  return { marks, checks, values };
}
