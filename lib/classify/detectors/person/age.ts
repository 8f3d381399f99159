import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { EqualStretches } from '../../equal-stretches.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';
import { ageBehindUnit, ageInSentence, type Counted, mayBeAge } from './age-readings.ts';
import { SPELLED, SPELLED_WORDS } from './age-words.ts';

const LABELS = cueWords(
  'age',
  'age|patient age|alter|lebensalter|edad|eta|leeftijd|idade|wiek|alder|ika|eletkor|varsta|yas|возраст|ηλικια|年齢|年龄|나이',
);
const VALUE = '(?:1[01]|[1-9])?[0-9](?: ?(?:years?|yrs?|jahre|ans|años|anos|anni|jaar|lat|y)(?: old)?)?';
/** A colon, an equals sign, a quote of a key or a cell; in prose `age 29` has nothing else behind it. */
const LABELLED = afterLabel(
  `${VALUE}(?![\\p{L}\\p{N}%]|[.,:/-][0-9]|[-–]| ?(?:to|and up|or older|bis|à|d|h|s|ms|min|days|hours)(?!\\p{L}))`,
  'u',
);
/** `{"age": 41, ...}` holds data where keys beside it are those of a person. */
const RECORD = /["'](?:[a-z]*_?name|sex|gender|e-?mail|dob|city|phone|patient[a-z_]*|weight|height)["'] ?:/i;
const RECORD_REACH = 120;

/** What no age stands right behind. */
const GLUED = /[A-Za-z.,$€£:/_#+%-]/;
const LONGEST = 3;
const MOST = 119;
const NON_ASCII_LETTER = /[^\x00-\x7f]/;

/** Between the ages of a list: `4, 7 and 11`. */
const LIST = /^(?:, ?|,? (?:and|und|et|y|e|en|i|og|och) )$/;
const LISTED_END = /^(?:$|\n|[;:)!?\]]|\.(?![0-9])|, ?[0-9]|,? (?:and|und|et|y|e|en|i|og|och) [0-9]|,(?! ?[0-9]))/;

function digitsIn(scan: Scan): Counted[] {
  return scan.digitRuns().flatMap(({ start, end }) => {
    if (end - start > LONGEST || scan.text[start] === '0') return [];
    const before = scan.text[start - 1] ?? '';
    if (GLUED.test(before) || (NON_ASCII_LETTER.test(before) && /\p{L}/u.test(before))) return [];
    const value = Number(scan.text.slice(start, end));
    return value > MOST ? [] : [{ start, end, value }];
  });
}

function spelledIn(scan: Scan): Counted[] {
  const found: Counted[] = [];
  for (const start of scan.words(SPELLED_LIST).starts) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    SPELLED.lastIndex = start;
    const match = SPELLED.exec(scan.folded);
    if (match !== null) found.push({ start, end: start + match[0].length, value: null });
  }
  return found;
}
const SPELLED_LIST = cueWords('spelled-age', ...SPELLED_WORDS);

function isRecord(scan: Scan, start: number): boolean {
  return RECORD.test(scan.text.slice(Math.max(0, start - RECORD_REACH), start + RECORD_REACH));
}

function labelled(scan: Scan): Candidate[] {
  return findLabelled(scan, LABELS, LABELLED)
    .filter(({ start, label }) => {
      if (!scan.inCode(start)) return isLabel(scan.text, label, start);
      return /["']/.test(scan.text[label - 1] ?? '') && isRecord(scan, start);
    })
    .map(({ start, end }) => ({ start, end, confidence: 0.75, evidence: ['pattern', 'cue:age'] }));
}

/** Beside `Age: 35` these are the headers of an answer (RFC 9111): how long it has been kept. */
const HEADER = /^(?:http\/[0-9]|(?:cache-control|etag|vary|content-[a-z]+|x-[a-z-]+):)/im;

/** `Age: 54`, `age 29,` and cells are labelled; `old age is 3`, `Stone Age 2` and `-age 7` are not. */
function isLabel(text: string, label: number, start: number): boolean {
  if (text[label - 1] === '-') return false;
  if (HEADER.test(text.slice(Math.max(0, label - RECORD_REACH), start + RECORD_REACH))) return false;
  const between = text.slice(label, start);
  return (
    /[:=|"'\n\t;,]/.test(between) ||
    between.length > 40 ||
    !/[A-Za-z] $/.test(text.slice(Math.max(0, label - 2), label))
  );
}

/** Words further away than these say nothing of a number, UTF-16 units. */
const BEFORE = 192;
const AFTER = 128;

/** What the words around a number say of it. */
class Reading {
  /** Length of an age with its unit, null without one. */
  #length: number | null | undefined;
  #inSentence: boolean | undefined;

  /** Where the age that begins with the number ends; 0 when it is none. `listed`: it goes on a list of ages. */
  end(scan: Scan, number: Counted, names: ReadonlySet<number>, listed: boolean): number {
    if (this.#length === undefined) {
      const end = ageBehindUnit(scan, number, names);
      this.#length = end === null ? null : end - number.start;
    }
    if (this.#length !== null) return number.start + this.#length;
    if (listed) return number.end;
    this.#inSentence ??= ageInSentence(scan, number, names);
    return this.#inSentence ? number.end : 0;
  }
}

/** Ages of people (over 89 a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(C)), with a unit, a label or a sentence about somebody. */
export const age: Detector = {
  id: 'age',
  type: 'AGE',
  class: 'PII',
  regions: [],
  needs: [],
  cues: [LABELS, SPELLED_LIST],
  find(scan) {
    const ends = (scan.names() ?? []).filter(({ type }) => type === 'PERSON').map(({ end }) => end);
    const names = new Set(ends);
    const found = labelled(scan);
    const known = new EqualStretches<Reading>(scan.text);
    let behind = 0;
    let last = -1;
    for (const number of [...digitsIn(scan), ...spelledIn(scan)].sort((a, b) => a.start - b.start)) {
      const { text } = scan;
      const listed =
        last >= 0 &&
        number.start - last <= 6 &&
        LIST.test(text.slice(last, number.start)) &&
        LISTED_END.test(text.slice(number.end, number.end + 8));
      if (!listed && !mayBeAge(scan, number)) continue;
      while (behind < ends.length && ends[behind]! <= number.end) behind += 1;
      // Beside a name every number is one of its own.
      const isNamed = behind > 0 && number.start - ends[behind - 1]! < BEFORE;
      const reading = isNamed
        ? new Reading()
        : known.of(number.start - BEFORE, number.end + AFTER, `${number.end - number.start}`, () => new Reading());
      const end = reading.end(scan, number, names, listed);
      if (end === 0 || scan.inCode(number.start)) continue;
      last = end;
      found.push({
        start: number.start,
        end,
        confidence: end > number.end ? 0.8 : 0.72,
        evidence: ['pattern', 'cue:age'],
      });
    }
    return found;
  },
  examples: {
    positive: [
      'the patient, 67 years old, was admitted',
      'a 42-year-old man',
      '72-year-old male with COPD',
      'Age: 34',
      'she turns 90 and was born here',
      'Mr Falk, 58 y/o male',
      "j'ai 27 ans",
      'soy inés, tengo 45 años',
      'woman, 29, from Leeds',
      'he is 33.',
      'Bruno, aged 61, retired',
      'eine 45-jährige Frau',
      'the victim, 19, was found',
      'my kids are 4, 7 and 11',
      'Mein Vater (78) hat Demenz.',
      'I have a two-year-old and a cat',
      'my wife (30F) works nights',
      'mon fils de 6 ans ne dort pas',
      'im Alter von 63 Jahren verstorben',
      'name,age,city\nPia,33,Bonn',
      '{"name":"Rolf","age":41}',
    ],
    negative: [
      'changed on (Mo, 30. Mai 2022)',
      'a 10-year-old codebase',
      'it is 5 minutes old',
      'this bug is 3 years old',
      'he is 33% faster',
      'page 34',
      'I am 100% sure',
      'version 12, 2024',
      'il y a 25 ans',
      'wine aged 12 months in oak',
      'my car is 10 years old',
      'trained with 24M parameters (66M)',
      'der 12-jährige Whisky',
      'the stone age 2 expansion',
      'cache age: 12 h',
      'etag: W/"6e97"\nage: 31',
    ],
  },
};
