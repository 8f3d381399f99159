/** Capitalised words and how they stand together: the material names are found in. */
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
  /(?<![\p{L}\p{N}_@#/\\.'-])(?:\p{Lu}\p{Ll}{1,24}(?:(?:['-]\p{L}|\p{Lu})\p{Ll}{1,24}){0,3}|\p{Lu}'\p{Lu}\p{Ll}{1,24}|\p{Lu}{2,24}(?:-\p{Lu}{2,24})?|(?:\p{Lu}\.(?:\p{Lu}\.){0,2}|\p{Lu})(?= ?\p{Lu}))(?![\p{L}\p{N}_@])/uy;
const CAPITAL = /\p{Lu}/u;
const JOINT =
  /^(?: |\.? ?| (?:de|del|della|di|da|dos|do|du|le|la|van|von|zu|zur|der|den|ter|ten|bin|ibn|al|el|y|e|de la|de los|de las|van der|van den|von der) )$/;

/** What is known of the units outside ASCII: 0 not yet, 1 begins no word, 2 may begin one. */
const begins = new Uint8Array(65536);

/** Where the next word may begin, from `at` on; the length of the text when nowhere. */
function nextCapital(text: string, at: number): number {
  for (let place = at; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code < 0x80 ? code >= 65 && code <= 90 : mayBegin(code)) return place;
  }
  return text.length;
}

/** A capital, or the first half of one that takes two units. */
function mayBegin(code: number): boolean {
  const isCapital = () => (code >= 0xd800 && code <= 0xdbff) || CAPITAL.test(String.fromCharCode(code));
  begins[code] ||= isCapital() ? 2 : 1;
  return begins[code] === 2;
}

/** The words of a text in order. `folded` is `fold(text)`. */
export function readNameWords(text: string, folded: string, lists: NameLists): NameWord[] {
  const words: NameWord[] = [];
  for (let at = nextCapital(text, 0); at < text.length; ) {
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (match === null) {
      at = nextCapital(text, at + 1);
      continue;
    }
    const start = at;
    const end = start + match[0].length;
    at = nextCapital(text, end);
    const previous = words.at(-1);
    if (previous !== undefined && start - previous.end <= 10) {
      const between = text.slice(previous.end, start);
      previous.joined =
        between === ' ' ||
        (previous.initial && JOINT.test(between)) ||
        (between !== '' && between[0] === ' ' && JOINT.test(between));
    }
    const key = folded.slice(start, end);
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
  const isOrdinary = ordinary.has(key) || (key.endsWith('s') && ordinary.has(key.slice(0, -1)));
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
