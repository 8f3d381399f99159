import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';

const KEYS = cueWords(
  'name-key',
  'name|fullname|full_name|firstname|first_name|lastname|last_name|surname|givenname|given_name|familyname|family_name|fname|lname|fn|vorname|nachname|prenom|nombre|apellido|apellidos|cognome|insert into|values',
);
const WORD = String.raw`\p{Lu}[\p{L}'’-]{1,24}`;
const NAME = `${WORD}(?:(?:[ +]|%20)(?:(?:de|da|van|von|der|del|di|la|le|bin|al) )?${WORD}){0,3}`;
/** Keys that hold a name and nothing else; `name` alone is that of anything. */
const OF_PERSON =
  '(?:full|first|last|given|family|sur|middle|maiden|patient|customer|client|employee|contact|student|guest|owner)_?name|[fl]name|vorname|nachname|prenom|apellidos?|cognome';
const LITERAL = new RegExp(
  String.raw`(?<![\p{L}\p{N}])["']?(${OF_PERSON}|name|nombre|fn)["']?[ \t]{0,3}(?::|=>?)[ \t]{0,3}["'](${NAME})["']`,
  'giu',
);
const QUERY = new RegExp(String.raw`[?&\s"'](${OF_PERSON})=(${NAME})(?=[&\s"']|$)`, 'gmu');
const FIRST_QUERY = new RegExp(`^(${OF_PERSON})=(${NAME})(?=&)`, 'gmu');
const TAG = new RegExp(`<(${OF_PERSON}|name|fn)>(${NAME})</`, 'giu');
/** Beside the name of somebody in a record. */
const OTHER_KEY =
  /(?<![a-z])(?:phone|tel|telephone|mobile|e-?mail|mail|dob|birth_?date|date_?of_?birth|ssn|iban|street|address|city|zip|gender|sex|salary|age)["'>]?\s{0,3}[:=>]/i;
const AROUND = 140;
/** Rows put into a table of people. */
const INSERT =
  /insert\s+into\s+["'`\w.]{0,40}?(?:patient|customer|client|user|person|people|employee|member|contact|student|guest|tenant|staff|kunde|patiente?n?|mitarbeiter|cliente?s?|persona|usuario)\w{0,8}["'`]?\s{0,3}(?:\([^)]{0,400}\)\s{0,3})?values\s{0,3}[^;]{0,600}/gi;
const ROW_NAME = new RegExp(`'(${WORD} (?:(?:de|da|van|von|der|del|di|la|bin) )?${WORD}(?: ${WORD})?)'`, 'gu');

function candidate(start: number, value: string): Candidate {
  return { start, end: start + value.length, confidence: 0.75, evidence: ['pattern', 'cue:name-key'] };
}

function keyed(scan: Scan, pattern: RegExp): Candidate[] {
  return [...scan.matchAll(pattern)].flatMap((match) => {
    const [whole, key, value] = match as unknown as [string, string, string];
    const start = match.index + whole.lastIndexOf(value);
    const around = scan.text.slice(Math.max(0, match.index - AROUND), start + value.length + AROUND);
    const alone = /^(?:name|nombre|fn)$/i.test(key);
    if (alone && (!OTHER_KEY.test(around) || !/[ +]/.test(value))) return [];
    // Capitals throughout are a constant, and a first small letter is no name.
    if (!/^\p{Lu}/u.test(value) || !/\p{Ll}/u.test(value)) return [];
    return [candidate(start, value)];
  });
}

function inserted(scan: Scan): Candidate[] {
  return [...scan.matchAll(INSERT)].flatMap(({ 0: rows, index }) =>
    [...rows.matchAll(ROW_NAME)].map((row) => candidate(index + row.index + 1, row[1]!)),
  );
}

/** Names of people in records as programs write them, where the tagger does not read: literals, queries, tags, rows of SQL. */
export const personRecord: Detector = {
  id: 'person-record',
  type: 'PERSON',
  class: 'PII',
  regions: [],
  needs: ['capital'],
  requires: [KEYS],
  find: (scan) => [
    ...keyed(scan, LITERAL),
    ...keyed(scan, QUERY),
    ...keyed(scan, FIRST_QUERY),
    ...keyed(scan, TAG),
    ...inserted(scan),
  ],
  examples: {
    positive: [
      "const admin = { name: 'Solveig Grund', phone: '+4366441290' };",
      'lastname=Ostrowska&firstname=Jadwiga',
      '<contact><fn>Lorna Devane</fn><tel>+35314471882</tel></contact>',
      "INSERT INTO patients VALUES (12, 'Eulalia Fonte', '1958-02-19');",
      'user.first_name = "Ravindra"',
    ],
    negative: [
      "name: 'Build Image', runs-on: ubuntu",
      'name="Submit"',
      "INSERT INTO fruits VALUES (1, 'Red Apple')",
      'first_name = "FIRST_NAME"',
      'firstname=string&lastname=string',
    ],
  },
};
