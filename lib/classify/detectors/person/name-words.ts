/** Capitalised words and how they stand together: the material names are found in. */
import { fold } from '../../fold.ts';
import type { NameLists } from '../../tables.ts';

export interface NameWord {
  start: number;
  end: number;
  /** Folded text. */
  key: string;
  /** `J.` or a single capital. */
  initial: boolean;
  /** The next word of the list follows after one space, or after `de`, `van der` and the like. */
  joined: boolean;
  /** `ambiguous`: also another word. */
  given: 'sure' | 'ambiguous' | null;
  isSurname: boolean;
  /** A word that stands capitalised without being a name; known names are kept out by the callers that need to. */
  isOrdinary: boolean;
}

/** A capital, small letters, and further parts after an apostrophe, hyphen or capital; or all capitals; or an initial. */
const WORD =
  /(?<![\p{L}\p{N}_@#/\\.'-])(?:\p{Lu}\p{Ll}{1,24}(?:(?:['-]\p{L}|\p{Lu})\p{Ll}{1,24}){0,3}|\p{Lu}'\p{Lu}\p{Ll}{1,24}|\p{Lu}{2,24}(?:-\p{Lu}{2,24})?|(?:\p{Lu}\.(?:\p{Lu}\.){0,2}|\p{Lu})(?= ?\p{Lu}))(?![\p{L}\p{N}_@])/gu;
const JOINT =
  /^(?: |\.? ?| (?:de|del|della|di|da|dos|do|du|le|la|van|von|zu|zur|der|den|ter|ten|bin|ibn|al|el|y|e|de la|de los|de las|van der|van den|von der) )$/;

/** The words of a text in order. */
export function readNameWords(text: string, lists: NameLists): NameWord[] {
  const words: NameWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const previous = words.at(-1);
    if (previous !== undefined && start - previous.end <= 10) {
      const between = text.slice(previous.end, start);
      previous.joined =
        between === ' ' ||
        (previous.initial && JOINT.test(between)) ||
        (between !== '' && between[0] === ' ' && JOINT.test(between));
    }
    const key = fold(match[0]);
    const initial = key.length === 1 || key.includes('.');
    words.push({ start, end, key, initial, joined: false, ...whatIsKnown(key, initial, lists) });
  }
  return words;
}

/** Parts of a double name ("Anna-Lena") are looked up one by one. */
function whatIsKnown(
  key: string,
  initial: boolean,
  { given, ambiguous, surnames, ordinary }: NameLists,
): Pick<NameWord, 'given' | 'isSurname' | 'isOrdinary'> {
  const isOrdinary = ordinary.has(key) || ordinary.has(key.replace(/s$/, ''));
  if (initial) return { given: null, isSurname: false, isOrdinary };
  const parts = key.split('-');
  const first = parts[0]!;
  const isGiven = given.has(key) || given.has(first);
  return {
    given: isGiven ? (ambiguous.has(first) || ordinary.has(first) ? 'ambiguous' : 'sure') : null,
    isSurname: parts.some((part) => surnames.has(part)) || /^(?:mc|mac(?=[^hk])|o')[a-z]{3,}/.test(key),
    isOrdinary,
  };
}
