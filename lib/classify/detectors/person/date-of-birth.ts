import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';
import { FULL_DATE, isDate } from './date-forms.ts';

const BIRTH = cueWords(
  'birth',
  ...'date of birth|dob|d.o.b.|d.o.b|d/o/b|birth date|birthdate|birthday|born|born on|dateofbirth|birth_date|date_of_birth|birthdays|bday|b-day|birth'.split(
    '|',
  ),
  ...'geburtsdatum|geboren am|geboren|geb.|geb|geburtstag|date de naissance|ne le|nee le|naissance|anniversaire'.split(
    '|',
  ),
  ...'fecha de nacimiento|nacido el|nacida el|nacimiento|nacio el|nacido|nacida|cumpleanos|data di nascita|nato il|nata il|nato|nata|nascita|compleanno'.split(
    '|',
  ),
  ...'geboortedatum|geboren op|data de nascimento|nascido em|nascida em|nascimento|data urodzenia|urodzony|urodzona|ur.|fodselsdato|fodt|fodelsedatum|fodd|syntymaaika|生年月日'.split(
    '|',
  ),
);
const LABELLED = afterLabel(`(?:${FULL_DATE}|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))`);
/** `born in Almaty on 12.08.1993`, `nata a Viterbo il 05/09/1979`: the place comes first. */
const WITH_PLACE = new RegExp(
  `[ ](?:in|at|near|a|à|en|te|zu|em|w|i) [\\p{Lu}][\\p{L}'.-]{1,30}(?:,? [\\p{L}'.()-]{1,30}){0,4}?,? (?:(?:on|il|le|el|am|op|em|den|dnia) )?(${FULL_DATE})`,
  'iuy',
);
/** `wurde am 14. Februar 2011 in Oldenburg geboren`: the verb comes last. */
const VERB_LAST = new RegExp(
  `(?<![\\p{L}])(?:am|op|on) (${FULL_DATE})(?=[ ,][^.!?\\n]{0,50}?(?:geboren|born)(?![\\p{L}]))`,
  'giu',
);
/** `DOB?`, and the answer behind it or on the next line, in a chat with its time and the name of who answers. */
const ASKED = new RegExp(`\\?[ \\t]{0,3}\\n?(?:\\[[0-9:]{4,8}\\] ?)?[^0-9\\n]{0,40}(${FULL_DATE})`, 'iy');
/** The genealogist's sign. */
const ABBREVIATED = new RegExp(`(?<![\\p{L}\\p{N}.])(?:b\\.|\\*) ?(${FULL_DATE})`, 'gu');

function at(end: number, value: string): Candidate {
  return { start: end - value.length, end, confidence: 0.9, evidence: ['pattern', 'cue:birth'] };
}

function furtherOn(scan: Scan): Candidate[] {
  return scan.words(BIRTH).ends.flatMap((end) => {
    const match = scan.matchAt(WITH_PLACE, end) ?? scan.matchAt(ASKED, end);
    return match === null || !isDate(match[1]!) ? [] : [at(end + match[0].length, match[1]!)];
  });
}

/** Dates of birth, known by the words around them (a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(C)). */
export const dateOfBirth: Detector = {
  id: 'date-of-birth',
  type: 'DATE_OF_BIRTH',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  cues: [BIRTH],
  find(scan) {
    const abbreviated = [...scan.matchAll(ABBREVIATED)]
      .filter(({ 1: value }) => isDate(value!) && /[12][0-9]{3}/.test(value!))
      .map((match) => ({ ...at(match.index + match[0].length, match[1]!), confidence: 0.75 }));
    if (!scan.has(BIRTH)) return abbreviated;
    const last = [...scan.matchAll(VERB_LAST)]
      .filter(({ 1: value }) => isDate(value!))
      .map((match) => at(match.index + match[0].length, match[1]!));
    const labelled = findLabelled(scan, BIRTH, LABELLED)
      .filter(({ value }) => /^[0-9]{8}$/.test(value) || isDate(value))
      .map(({ end, value }) => at(end, value));
    return [...labelled, ...furtherOn(scan), ...last, ...abbreviated];
  },
  examples: {
    positive: [
      'DOB: 04/12/1983',
      'born on 12 March 1983',
      'Geburtsdatum: 12.03.1983',
      '"birthdate":"1983-03-12"',
      'né le 12/03/1983',
      'date of birth is March 12, 1983',
      'née le 1er mars 1968',
      'born in Almaty on 12.08.1993',
      'nata a Viterbo il 05/09/1979',
      'wurde am 14. Februar 2011 in Oldenburg geboren',
      'geboren 1 mei 1990 te Leeuwarden',
      'fecha de nacimiento: 3 de mayo de 1980',
      'd.o.b.: Jan. 5th, 2004',
      'DOB 19830412',
      'nurse: DOB?\n[10:42] Dr. Okoye: 1 June 1950',
      'id;name;geburtsdatum\n1;Anna;04.07.1966',
    ],
    negative: [
      'the meeting on 04/12/2023',
      'date of birth is required',
      'born in 1983',
      'DOB 45/45/1983',
      'born to run 2 miles',
    ],
  },
};
