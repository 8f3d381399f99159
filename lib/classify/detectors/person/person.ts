import type { Candidate, Detector, WordList } from '../../detector.ts';
import { AFFILIATIONS } from '../../names/affiliations.ts';
import { KNOWN, levelOf, lookUp } from '../../names/name-table.ts';
import type { NameSpan } from '../../names/tag-names.ts';
import { hashText } from '../../names/tokens.ts';
import type { Scan } from '../../scan.ts';
import { type NameWord, readNameWords } from './name-words.ts';
import { LABEL_GAP, LABELS, ROLES, STRONG, STRONG_GAP, TITLE_GAP, TITLES } from './person-cues.ts';
import { knownToAll, LESSON, PRIVATE } from './public-figure.ts';

/** A run of words read as one name: indexes of its first and last word. */
interface Reading {
  first: number;
  last: number;
  confidence: number;
  evidence: string[];
}

const MOST_WORDS = 4;
/** "Martin Luther King Boulevard": how far behind a name the word may stand that makes it a place. */
const WORDS_TO_PLACE = 3;
/** A name's neighbour that makes it a street, a school or a firm. */
const PLACE_AFTER =
  /^(?:street|road|avenue|lane|drive|boulevard|court|square|park|university|college|school|hospital|clinic|airport|inc|ltd|llc|gmbh|corp|company|island|river|lake|county|city|strasse|museum|church|cathedral|stadium|foundation|award|prize|act|theorem|method|model)s?$/;
const PLACE_BEFORE =
  /^(?:saint|st|san|santa|lake|mount|fort|port|hotel|university|rue|via|calle|plaza|avenue|cape|new|museo|villa)$/;

/** How the name that starts at a word is introduced. */
function introduction(scan: Scan, start: number): 'title' | 'strong' | 'label' | null {
  const stands = (list: WordList, gap: RegExp, reach: number) => {
    const distance = scan.distanceBefore(list, start, reach);
    return distance >= 0 && gap.test(scan.text.slice(start - distance, start));
  };
  if (stands(TITLES, TITLE_GAP, 3)) return 'title';
  if (stands(LABELS, LABEL_GAP, 14)) return 'label';
  if (stands(STRONG, STRONG_GAP, 14)) return 'strong';
  return null;
}

/** The last word of the chain of joined words that begins at `first`, at most `MOST_WORDS` long. */
function chainEnd(words: readonly NameWord[], first: number): number {
  let last = first;
  while (last - first < MOST_WORDS - 1 && words[last]!.joined) last += 1;
  return last;
}

/** After an introduction any capitalised words will do, as long as they are not ordinary ones. */
function readIntroduced(scan: Scan, words: readonly NameWord[], first: number): Reading | null {
  const kind = introduction(scan, words[first]!.start);
  if (kind === null) return null;
  const end = chainEnd(words, first);
  let last = first - 1;
  while (last < end && (!words[last + 1]!.isOrdinary || (last >= first && words[last + 1]!.isSurname))) last += 1;
  while (last > first && words[last]!.initial) last -= 1;
  if (last < first || words[last]!.initial) return null;
  const known = words[first]!.given !== null || words[last]!.isSurname;
  if (!known && isShouted(scan.text, words[first]!)) return null;
  const sure = {
    title: [0.92, 0.85],
    label: [0.9, last > first ? 0.62 : 0],
    strong: [0.9, last > first ? 0.75 : 0.55],
  }[kind];
  const confidence = known ? sure[0]! : sure[1]!;
  return confidence > 0 ? { first, last, confidence, evidence: ['pattern', `cue:${kind}`] } : null;
}

function isShouted(text: string, word: NameWord): boolean {
  return word.end - word.start > 1 && /^\p{Lu}+$/u.test(text.slice(word.start, word.end));
}

/** A known given name, what stands between, and a surname. */
function readKnown(scan: Scan, words: readonly NameWord[], first: number): Reading | null {
  const head = words[first]!;
  const given = head.given;
  const end = chainEnd(words, first);
  let last = first;
  while (last < end && (words[last + 1]!.initial || words[last + 1]!.given === 'sure')) last += 1;
  const surname = last < end ? words[last + 1] : undefined;
  if (surname !== undefined && (given !== null || head.initial)) {
    const confidence = pairConfidence(scan.text, given, head, surname);
    if (confidence > 0) {
      last += 1;
      if (last < end && words[last + 1]!.isSurname && !words[last + 1]!.isOrdinary) last += 1;
      return { first, last, confidence, evidence: ['pattern', 'gazetteer'] };
    }
  }
  if (given === null) return null;
  while (last > first && words[last]!.initial) last -= 1;
  if (last > first) return { first, last, confidence: 0.8, evidence: ['pattern', 'gazetteer'] };
  return given === 'sure' && !isShouted(scan.text, head)
    ? { first, last, confidence: 0.58, evidence: ['gazetteer'] }
    : null;
}

function pairConfidence(text: string, given: 'sure' | 'ambiguous' | null, head: NameWord, surname: NameWord): number {
  if (PLACE_AFTER.test(surname.key)) return 0;
  const known = surname.isSurname;
  const ordinary = surname.isOrdinary;
  if (isShouted(text, head) !== isShouted(text, surname) && !isShouted(text, surname) && !head.initial) return 0;
  if (given === 'sure') return known ? 0.92 : ordinary || isShouted(text, surname) ? 0 : 0.78;
  if (given === 'ambiguous') return known && !ordinary ? 0.78 : 0;
  return known && !ordinary && head.key.includes('.') ? 0.72 : 0;
}

/** "Okafor, Chidi": a surname, a comma and a given name. */
function readReversed(scan: Scan, words: readonly NameWord[], first: number): Reading | null {
  const next = words[first + 1];
  if (next === undefined || scan.text.slice(words[first]!.end, next.start) !== ', ') return null;
  if (!words[first]!.isSurname || words[first]!.isOrdinary || next.given === null) return null;
  if (words[first]!.given === 'sure') return null;
  const end = words[first + 1]!.joined && words[first + 2]!.initial ? first + 2 : first + 1;
  return { first, last: end, confidence: 0.72, evidence: ['pattern', 'gazetteer'] };
}

function isPlace(words: readonly NameWord[], { first, last }: Reading): boolean {
  const before = first > 0 && words[first - 1]!.joined ? words[first - 1] : undefined;
  for (let at = last; at < last + WORDS_TO_PLACE && words[at]?.joined; at += 1) {
    if (PLACE_AFTER.test(words[at + 1]!.key)) return true;
  }
  return before !== undefined && PLACE_BEFORE.test(before.key);
}

function readNames(scan: Scan, words: readonly NameWord[]): Reading[] {
  const readings: Reading[] = [];
  for (let at = 0; at < words.length; at += 1) {
    scan.meter.attempts += 1;
    const introduced = readReversed(scan, words, at) ?? readIntroduced(scan, words, at);
    // Inside code a field label is the only sign that a capitalised word is a person.
    if (introduced?.evidence.includes('cue:label') !== true && scan.inCode(words[at]!.start)) continue;
    const reading = introduced ?? readKnown(scan, words, at);
    if (reading === null || (introduced === null && isPlace(words, reading))) continue;
    readings.push(reading);
    at = reading.last;
  }
  return readings;
}

/** Parts of a full name that stand alone elsewhere in the text mean the same person. */
function readRepeated(words: readonly NameWord[], readings: readonly Reading[]): Reading[] {
  const taken = new Set<number>();
  const surnames = new Set<string>();
  for (const { first, last, confidence } of readings) {
    for (let index = first; index <= last; index += 1) taken.add(index);
    const key = words[last]!.key;
    if (last > first && confidence >= 0.78 && key.length > 2 && !words[last]!.isOrdinary) surnames.add(key);
  }
  const repeated: Reading[] = [];
  words.forEach((word, index) => {
    if (taken.has(index) || !surnames.has(word.key)) return;
    const reading = { first: index, last: index, confidence: 0.62, evidence: ['repeated'] };
    if (!isPlace(words, reading)) repeated.push(reading);
  });
  return repeated;
}

function toCandidate(words: readonly NameWord[], { first, last, confidence, evidence }: Reading): Candidate {
  return { start: words[first]!.start, end: words[last]!.end, confidence, evidence };
}

/** Signs by which a rule is sure where the tagger sees nothing, and how sure it must be. */
const CERTAIN = ['cue:title', 'cue:label', 'cue:strong'];
const LEAST_CERTAIN = 0.8;

/** "Tea is a drink": a sentence that begins with a word and says what it is explains a thing. */
const LEAST_OF_EXPLAINED = 0.8;
const EXPLAINED = / (?:is|are|was|were) (?:an?|the|one|made|used|what)\b/y;

/** Names that programs and their users write in small letters for something else. */
const COMPUTING = new Set(
  'dev prod env max min ray ruby julia pascal ada jenkins docker mongo chai jest vite bun deno sage eve art lib bin doc alba rust swift dart elm perl django flask scala kotlin maven ant ivy robin jade pug cole grant mark chase rich guy'.split(
    ' ',
  ),
);

/** "Salariée : …": what a field is called is nobody's name. */
const FIELDS: ReadonlySet<string> = new Set([...LABELS.words, ...ROLES.words]);
const COLON = /[ \t]?:/y;

const ABBREVIATION = /^\p{Lu}{2,5}$/u;
const NUMBER_BEHIND = /[ \t]{1,2}[A-Z-]{0,6}[0-9]/y;

/** A short word in capitals that nobody is known to bear, or that says what a number is: "ISIN US0378331005". */
function isAbbreviation(scan: Scan, start: number, end: number): boolean {
  const table = scan.data.models.names?.table;
  if (table === undefined || !ABBREVIATION.test(scan.text.slice(start, end))) return false;
  const levels = lookUp(table, hashText(scan.folded, start, end));
  const isBorne = levelOf(levels, KNOWN.given) + levelOf(levels, KNOWN.surname) > 0;
  return !isBorne || scan.matchAt(NUMBER_BEHIND, end) !== null;
}

/** One word is little: the name of a field is none, a word of computing needs an introduction, one that is explained more certainty. */
function isBelievable(scan: Scan, { start, end, confidence }: NameSpan): boolean {
  const name = scan.text.slice(start, end);
  if (/\s/.test(name)) return true;
  if (FIELDS.has(scan.folded.slice(start, end)) && scan.matchAt(COLON, end) !== null) return false;
  if (COMPUTING.has(name) || isAbbreviation(scan, start, end)) return introduction(scan, start) !== null;
  return confidence >= LEAST_OF_EXPLAINED || scan.matchAt(EXPLAINED, end) === null;
}

/** What an order is given for: "Center a div", "Analyse the poem". */
const OBJECT = / (?:an?|the|this|these|those|all|each|every|it|any|some|my|our|["'“„«])(?![a-z])/y;
const OPENS = /(?:^|[.!?:\n] {0,2})$/;
const PEOPLES: ReadonlySet<string> = new Set(AFFILIATIONS);
const SEEN = 0.8;

/** How sure a single word can be: a people or a language, or a verb that opens an order, is no name to act on. */
function singleWord(scan: Scan, { start, end }: NameSpan): number {
  if (PEOPLES.has(scan.folded.slice(start, end))) return SEEN;
  return scan.matchAt(OBJECT, end) !== null && OPENS.test(scan.text.slice(Math.max(0, start - 3), start)) ? SEEN : 1;
}

/** The tagger may read a form of address as part of the name; that is a finding of its own (title.ts). */
const ADDRESS =
  /(?:mrs?|ms|miss|mx|dr|prof|professor|doctor|sir|madam|rev|reverend|capt|sgt|herrn?|frau|monsieur|madame|mademoiselle|mme|mlle|senora?|senorita|sra?|srta|signora?|signore|signorina|sig|dott|dott\.ssa|dottoressa|dottor|maitre|mevrouw|meneer|dhr|mevr|shri|smt|familie|famille|familia|famiglia|ehepaar)\b\.?[ \t]{1,2}/y;
const MOST_TITLES = 3;

function withoutAddress(scan: Scan, span: NameSpan): NameSpan {
  let { start } = span;
  for (let title = 0; title < MOST_TITLES; title += 1) {
    ADDRESS.lastIndex = start;
    const match = ADDRESS.exec(scan.folded);
    if (match === null || start + match[0].length >= span.end) break;
    start += match[0].length;
  }
  return { ...span, start };
}

/** Names the tagger read, and of the rules' readings those that a cue makes certain and that touch no tagged name. */
function merge(scan: Scan, tagged: readonly NameSpan[], read: readonly Candidate[]): Candidate[] {
  const people = tagged
    .filter((span) => span.type === 'PERSON' && isBelievable(scan, span))
    .map((span) => withoutAddress(scan, span));
  const confidenceOf = knownToAll(scan);
  const found = people.map((span) => ({
    start: span.start,
    end: span.end,
    confidence: Math.min(confidenceOf(span), singleWord(scan, span)),
    evidence: ['model'],
  }));
  let next = 0;
  for (const candidate of [...read].sort((a, b) => a.start - b.start)) {
    if (!candidate.evidence.some((code) => CERTAIN.includes(code)) || candidate.confidence < LEAST_CERTAIN) continue;
    while (next < tagged.length && tagged[next]!.end <= candidate.start) next += 1;
    const touched = tagged[next];
    if (touched === undefined || touched.start >= candidate.end) found.push(candidate);
  }
  return found;
}

/** Names of people: by the trained tagger, title, introduction, field label, and known names. Off inside source code. */
export const person: Detector = {
  id: 'person',
  type: 'PERSON',
  class: 'PII',
  regions: ['US', 'GB', 'DE', 'FR', 'ES', 'IT'],
  needs: [],
  cues: [TITLES, STRONG, LABELS, LESSON, PRIVATE],
  find(scan) {
    const words = readNameWords(scan.text, scan.folded, scan.data.models.tables.names);
    const readings = readNames(scan, words);
    const read = [...readings, ...readRepeated(words, readings)].map((reading) => toCandidate(words, reading));
    const tagged = scan.names();
    return tagged === null ? read : merge(scan, tagged, read);
  },
  examples: {
    positive: [
      'My name is Chidi Okafor.',
      'Please ask Dr. Oyelaran about it',
      'Dear Mrs. Whitcombe,',
      'Kind regards, Priya Raman',
      '{"name": "Maria Lopez"}',
      'yesterday John Smith called',
      'the patient Weronika Zdrojewska',
      'Herr Müller hat angerufen',
      'I spoke with Élodie Marchand today',
      "Sinead O'Connor and Jean-Luc Moreau met",
      'Ludwig van der Berg wrote',
      'sent to Okafor, Chidi',
    ],
    negative: [
      'The United States and New York',
      'Dear Customer,',
      'const John = new Smith();\nimport { Mary } from "./mary";\nreturn John.Smith(Mary);',
      'Google Chrome and Visual Studio Code',
      'Name: Google Chrome',
      'St. Mary Hospital',
      'On Monday in April we Mark the Will of Congress',
      'Hi Team,',
    ],
  },
};
