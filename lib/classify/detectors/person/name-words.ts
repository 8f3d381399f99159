/** Capitalised words and how they stand together: the material names are found in. */
import { fold } from '../../fold.ts';
import { CAPITALISED_WORDS } from '../../names/capitalised-words.ts';
import { AMBIGUOUS_GIVEN_NAMES, GIVEN_NAMES } from '../../names/given-names.ts';
import { SURNAMES } from '../../names/surnames.ts';

export interface NameWord {
  start: number;
  end: number;
  /** Folded text. */
  key: string;
  /** `J.` or a single capital. */
  initial: boolean;
  /** The next word of the list follows after one space, or after `de`, `van der` and the like. */
  joined: boolean;
}

/** A capital, small letters, and further parts after an apostrophe, hyphen or capital; or all capitals; or an initial. */
const WORD =
  /(?<![\p{L}\p{N}_@#/\\.'-])(?:\p{Lu}\p{Ll}{1,24}(?:(?:['-]\p{L}|\p{Lu})\p{Ll}{1,24}){0,3}|\p{Lu}'\p{Lu}\p{Ll}{1,24}|\p{Lu}{2,24}(?:-\p{Lu}{2,24})?|(?:\p{Lu}\.(?:\p{Lu}\.){0,2}|\p{Lu})(?= ?\p{Lu}))(?![\p{L}\p{N}_@])/gu;
const JOINT =
  /^(?: |\.? ?| (?:de|del|della|di|da|dos|do|du|le|la|van|von|zu|zur|der|den|ter|ten|bin|ibn|al|el|y|e|de la|de los|de las|van der|van den|von der) )$/;

/** The words of a text in order. */
export function readNameWords(text: string): NameWord[] {
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
    words.push({ start, end, key, initial: key.length === 1 || key.includes('.'), joined: false });
  }
  return words;
}

export type GivenKind = 'sure' | 'ambiguous' | null;

/** Parts of a double name ("Anna-Lena") are looked up one by one. */
function parts(key: string): string[] {
  return key.split('-');
}

export function givenKind(word: NameWord): GivenKind {
  if (word.initial) return null;
  const [first = ''] = parts(word.key);
  if (!GIVEN_NAMES.has(word.key) && !GIVEN_NAMES.has(first)) return null;
  return AMBIGUOUS_GIVEN_NAMES.has(first) || CAPITALISED_WORDS.has(first) ? 'ambiguous' : 'sure';
}

export function isSurname(word: NameWord): boolean {
  if (word.initial) return false;
  return parts(word.key).some((part) => SURNAMES.has(part)) || /^(?:mc|mac(?=[^hk])|o')[a-z]{3,}/.test(word.key);
}

/** A word that stands capitalised without being a name; known names are kept out by the callers that need to. */
export function isOrdinary(word: NameWord): boolean {
  return CAPITALISED_WORDS.has(word.key) || CAPITALISED_WORDS.has(word.key.replace(/s$/, ''));
}
