/** Addresses typed in small letters, as people do in chats. Letters tell nothing then, so number, postcode and words must. */
import type { Candidate } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { latin } from './latin.ts';
import { AFTER_STRONG, BEFORE_STRONG } from './street-core.ts';

const NAME_WORD = String.raw`[\p{Ll}][\p{Ll}'-]{1,20}`;
const LINKS = `(?:(?:de la|de las|de los|de l'|des|de|du|del|della|dei|da|do|dos|d'|l'|la|le|les) ?)?`;
const POSTCODE_TOWN = String.raw`,? (?:[0-9]{5}|[0-9]{4} ?[a-zA-Z]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4}) ${NAME_WORD}(?:[ -]${NAME_WORD}){0,2}?(?![\p{L}])`;
/** Where a name ends that no number and no postcode follows. */
const CLOSED = String.raw`(?=[ \t]*(?:[,.;:!?)\n]|$))`;
/** Behind `rue`, `calle`, `via`: a name of one to four words, then number, postcode and town, or the end of the part. */
const BEHIND_WORD = latin(
  new RegExp(
    String.raw`\.? ${LINKS}${NAME_WORD}(?: ${LINKS}${NAME_WORD}){0,3}?(?:(?<number>,? (?:n[°º.]? ?)?[0-9]{1,4}[a-z]?)(?<place>${POSTCODE_TOWN})?(?![\p{L}\p{N}])|(?<town>${POSTCODE_TOWN})|${CLOSED})`,
    'uy',
  ),
);
const NUMBER_IN_FRONT = latin(/(?<![\p{L}\p{N}_$€£.:/+=-])[0-9]{1,4}[a-z]?(?: (?:bis|ter))?,? $/u);
/** `hauptstr. 12, 10115 berlin`: the street is in the word's ending. */
const ENDED = latin(
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_/.-])(?:[\p{Ll}-]{3,24}(?:stra(?:ß|ss)e|str\.?|weg|allee|platz|gasse|damm|ufer|straat|laan|gracht)|[\p{Ll}-]{3,20} (?:stra(?:ß|ss)e|str\.)) [0-9]{1,4}[a-z]?(?![\p{L}\p{N}.:%-])(?<place>${POSTCODE_TOWN})?`,
    'uy',
  ),
);
const ENDING = /(?:stra(?:ß|ss)e|str\.?|weg|allee|platz|gasse|damm|ufer|straat|laan|gracht) $/;
const LONGEST_ENDING = 8;
const SMALL_LETTER = latin(/[\p{Ll}-]/u);
const LONGEST_WORD = 36;
/** `66 perry st`, `9 east 12th street`: number, name, then the word. */
const ENGLISH_BEFORE = latin(
  /(?<=(?:^|[ (])(?:at|to|from|near|on|outside|address|addr) )[0-9]{1,5}[a-z]? (?:(?:[nsew]|north|south|east|west) )?(?:[\p{Ll}'-]{2,20} |[0-9]{1,3}(?:st|nd|rd|th) ){1,2}$/u,
);
/** Small words between a number and the word of a street: `at 5 minutes down the road`. */
const NO_NAME =
  /(?:^| )(?:the|a|an|of|on|in|to|down|up|this|that|my|your|our|his|her|their|same|next|other|minutes?|mins?|min|hours?|hrs?|miles?|meters?|metres?|km|am|pm|percent|people|cars|days?|years?|is|are|was|for|with|and|line|port|test|hard)(?: |$)/;
const REACH = 48;

const found = (start: number, end: number, confidence: number, place: boolean): Candidate => ({
  start,
  end,
  confidence,
  evidence: ['pattern', place ? 'place' : 'cue:address'],
});

/** Where the word in front of a number begins that ends like a street, and the word before it. */
function* endedLikeStreets(scan: Scan): Generator<number> {
  const { text } = scan;
  const wordStart = (end: number) => {
    let at = end;
    while (at > 0 && end - at < LONGEST_WORD && SMALL_LETTER.test(text[at - 1]!)) at -= 1;
    return at;
  };
  for (const { start } of scan.digitRuns()) {
    if (text[start - 1] !== ' ' || !ENDING.test(text.slice(Math.max(0, start - LONGEST_ENDING), start))) continue;
    const word = wordStart(text[start - 2] === '.' ? start - 2 : start - 1);
    if (text[word - 1] === ' ') yield wordStart(word - 1);
    yield word;
  }
}

/** `cued`: whether a word for an address stands in front of a place. */
export function lowerAddresses(scan: Scan, cued: (at: number) => boolean): Candidate[] {
  const { text } = scan;
  const candidates: Candidate[] = [];
  const isLower = (at: number) => /\p{Ll}/u.test(text[at] ?? '');
  const before = scan.words(BEFORE_STRONG);
  before.starts.forEach((at, index) => {
    if (!isLower(at)) return;
    const wordEnd = before.ends[index]!;
    const match = scan.matchAt(BEHIND_WORD, wordEnd);
    if (match === null) return;
    const from = Math.max(0, at - 12);
    const front = NUMBER_IN_FRONT.exec(text.slice(from, at));
    const start = front === null ? at : from + front.index;
    const { number, place, town } = match.groups!;
    if ((front === null && number === undefined) || NO_NAME.test(match[0])) return;
    const placed = place !== undefined || town !== undefined;
    if (placed || cued(start)) candidates.push(found(start, wordEnd + match[0].length, placed ? 0.93 : 0.8, placed));
  });
  const after = scan.words(AFTER_STRONG);
  after.starts.forEach((at, index) => {
    if (!isLower(at) || text[at - 1] !== ' ') return;
    scan.meter.attempts += 1;
    const from = Math.max(0, at - REACH);
    const match = ENGLISH_BEFORE.exec(text.slice(from, at));
    if (match === null || NO_NAME.test(match[0])) return;
    candidates.push(found(from + match.index, after.ends[index]!, 0.72, false));
  });
  for (const match of scan.matchFrom(ENDED, endedLikeStreets(scan))) {
    const placed = match.groups!.place !== undefined;
    if (placed || cued(match.index))
      candidates.push(found(match.index, match.index + match[0].length, placed ? 0.93 : 0.8, placed));
  }
  return candidates.filter(({ start }) => !scan.inCode(start));
}
