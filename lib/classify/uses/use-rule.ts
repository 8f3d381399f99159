/**
 * What a prompt is for, by weighted signals: a phrase that says it, or words of several groups close together (who is
 * judged, and that somebody is judged). Each signal alone is some evidence, several are more; words that turn the meaning
 * ("bath bomb", "kill a process") take it away.
 */
import { cueWords, type WordList } from '../detector.ts';

export interface Signal {
  /** Words of all of these have to stand within `REACH` of one another. */
  all: readonly WordList[];
  /** 0..1: how sure this signal alone makes. */
  weight: number;
}

export interface UseRule {
  /** Snake case, stable: it goes into policy and records. */
  use: string;
  /** What it is, and the law or standard it comes from. */
  about: string;
  signals: readonly Signal[];
  /** Near a signal, these say that something else is meant. */
  unless?: WordList;
  examples: { positive: readonly string[]; negative: readonly string[] };
}

/** Words of different groups belong together within this distance, UTF-16 units: about a sentence's clause. */
export const REACH = 70;

/** Words and phrases that mean the same here. Lower case, without accents. */
export function group(id: string, ...words: string[]): WordList {
  return cueWords(`use:${id}`, ...new Set(words));
}

/** The forms of regular English verbs: `rank` -> rank, ranks, ranked, ranking. */
export function verbs(...bases: string[]): string[] {
  return bases.flatMap((base) => {
    const [head, ...rest] = base.split(' ');
    const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
    return formsOf(head!).map((form) => form + tail);
  });
}

function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const s = /(?:s|x|ch|sh)$/.test(verb) ? 'es' : 's';
  // One vowel before one consonant at the end of a short word doubles it: `scan`, `admit`.
  const root =
    /^[a-z]{0,3}[^aeiou][aeiou][bdgmnprt]$/.test(verb) && !DOUBLES_NOT.has(verb) ? verb + verb.at(-1)! : verb;
  return [verb, `${verb}${s}`, `${root}ed`, `${root}ing`];
}

const DOUBLES_NOT = new Set([
  'enter',
  'gather',
  'open',
  'order',
  'offer',
  'filter',
  'render',
  'poison',
  'reason',
  'target',
  'edit',
  'visit',
  'limit',
]);

/** One signal for words that say it by themselves. */
export function says(weight: number, ...lists: WordList[]): Signal {
  return { all: lists, weight };
}
