import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';
import { FULL_DATE, isDate, MONTH_OF_YEAR } from './date-forms.ts';

/** Folded: accents are gone, letters like `ø`, `ł`, `đ` are not. */
const BIRTH = cueWords(
  'birth',
  'date of birth|dob|d.o.b.|d.o.b|d/o/b|birth date|birthdate|birthday|born|born on|born in|dateofbirth|birthdays|bday|b-day|birth',
  'geburtsdatum|geboren am|geboren im|geboren in|geboren|geb.|geb|geb.-dat|geb-dat|gebdat|geb.datum|geb.-datum|gebdatum|geburtstag|geburt am|geburtsort und -datum|geburtstag und -ort',
  'date de naissance|ne le|nee le|ne(e) le|ne(e)|ne en|nee en|naissance|anniversaire|ddn|date naiss|date naissance',
  'fecha de nacimiento|nacido el|nacida el|naci el|naci|fecha de nac|fecha de nac.|nacimiento|nacio el|nacio|nacido|nacida|nacido/a|cumpleanos|f. nac|f.nac|fec. nac|fecha nac|fec nac|fdn',
  'data di nascita|nato il|nata il|nato|nata|nascita|compleanno|nato/a|nato/a il|d. nascita|data nascita',
  'geboortedatum|geboren op|geboortedag|geb.datum|verjaardag|data de nascimento|nascido em|nascida em|nascido|nascida|nascimento|nasceu|data nasc|dt nasc|d.n.',
  'data urodzenia|urodzony|urodzona|ur.|urodzony/a|fødselsdato|fødselsdag|født|fodelsedatum|fodelsedag|fodd|syntymaaika|syntymapaiva|syntynyt|syntyi|fæddur|fædd|fæðingardagur',
  'datum narozeni|narozen|narozena|nar.|datum narodenia|narodeny|narodena|szuletett|szuletesi datum|szuletesi ido|data nasterii|nascut|nascuta|datum rođenja|rođen|rođena|datum rojstva|rojen|rojena|dogum tarihi|dogum',
  'дата рождения|родился|родилась|г.р.|д.р.|дата народження|дата на раждане|ημερομηνια γεννησης|γεννηθηκε|ngay sinh|sinh ngay|tanggal lahir|lahir|تاريخ الميلاد|תאריך לידה|जन्म तिथि|생년월일|出生日期|出生|生日|生年月日',
);
const COMPACT = '(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])';
const LABELLED = afterLabel(`(?:${FULL_DATE}|${COMPACT}|${MONTH_OF_YEAR})`);
/** How far behind its word a date of birth may stand: `born to Ruth and Sam Okafor in Leeds on 3 May 1980`. */
const REACH = 72;
/** Between word and date: another matter, or another sentence. */
const OTHER_MATTER =
  /[0-9;}\n]|[.!] +\p{Lu}|["'] ?, ?["'][^"']*$|(?<!\p{L})(?:certificate|control|rate|party|parties|cake|card|gift|present|celebrat\p{L}*|invit\p{L}*|wish\p{L}*|feier\p{L}*|fete|fiesta|festa|issued|expir\p{L}*|valid|invoice|due|created|updated|modified|signed|since|until|start\p{L}*|end|ends|hired|joined|admi\p{L}*|discharged|died|death|deceased|gestorben|verstorben|decede\p{L}*|fallec\p{L}*|mort[oae]?|visit|seen|appointment|policy|null|version|released?|founded|gegrundet|company|firma|min|max|default|format|pattern|example|album|song|idea|seit|bis|depuis|desde|hasta)(?!\p{L})/iu;
/** `DOB?`, and the answer behind it or on the next line, in a chat with its time and the name of who answers. */
const ASKED = new RegExp(`\\?[ \\t]{0,3}\\n?(?:\\[[0-9:]{4,8}\\] ?)?[^0-9\\n]{0,40}(${FULL_DATE})`, 'iy');
/** Between a date and its word behind it: `is his date of birth`, `(Geburtsdatum)`. */
const BACKWARDS =
  /^(?: ?\(| ?,| ?[-–=]| (?:is|was|ist|war|est|es|e|è)(?: (?:my|his|her|the|your|mein|sein|ihr|sa|su|la|mi|il suo|their))?(?: \p{L}+['’]s)?)? $/iu;
const BACK_REACH = 28;
/** `wurde am 14. Februar 2011 in Oldenburg geboren`: the verb comes last. */
const VERB_LAST = new RegExp(
  `(?<![\\p{L}])(?:am|op|on) (${FULL_DATE})(?=[ ,][^.!?\\n]{0,50}?(?:geboren|born)(?![\\p{L}]))`,
  'giu',
);
/** The genealogist's sign. */
const ABBREVIATED = new RegExp(`(?<![\\p{L}\\p{N}.])(?:b\\.|\\*) ?(${FULL_DATE})`, 'giu');
/** A maiden name in between. */
const MAIDEN = new RegExp(
  `(?<!\\p{L})née \\p{Lu}[\\p{L}'-]{1,30}(?: \\p{Lu}[\\p{L}'-]{1,30})?,? le (${FULL_DATE})`,
  'giu',
);
/** Patient identification segment, field 7 (HL7 2.x chapter 3). */
const PATIENT_SEGMENT = new RegExp(`^PID\\|(?:[^|\\n]{0,120}\\|){6}(${COMPACT})`, 'gm');
/** Right behind a name, as in lists of patients and guests; a span of years belongs to history. */
const BEHIND_NAME =
  /(?:, (?:male|female|m|f|w|d|männlich|weiblich|homme|femme|hombre|mujer|man|vrouw|maschio|femmina),? |[ ,\n]{1,2})\(?((?:[0-3]?[0-9]([./-])[01]?[0-9]\2|[01]?[0-9]([/-])[0-3]?[0-9]\3)(?:19[2-9][0-9]|200[0-9]|201[0-5])|(?:19[2-9][0-9]|200[0-9]|201[0-5])-[01][0-9]-[0-3][0-9])(?![0-9]|[ )]{0,2}[-–])/y;

function at(end: number, value: string, confidence = 0.9): Candidate {
  return { start: end - value.length, end, confidence, evidence: ['pattern', 'cue:birth'] };
}

/** Every date of a text, in order; looked for once, however many words of birth there are. */
function datesIn(scan: Scan): Dates {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: date, index } of scan.matchAll(EVERY_DATE)) {
    if (!isDate(date)) continue;
    starts.push(index);
    ends.push(index + date.length);
  }
  return { starts, ends };
}
const EVERY_DATE = new RegExp(`(?<![0-9./-])(?:${FULL_DATE})`, 'gi');

interface Dates {
  starts: number[];
  ends: number[];
}

/** The first date behind a word of birth, where nothing in between speaks of anything else. */
function furtherOn(scan: Scan, { starts, ends }: Dates): Candidate[] {
  let next = 0;
  return scan.words(BIRTH).ends.flatMap((end) => {
    const asked = scan.matchAt(ASKED, end);
    if (asked !== null && isDate(asked[1]!)) return [at(end + asked[0].length, asked[1]!)];
    while (next < starts.length && starts[next]! < end) next += 1;
    const start = starts[next];
    if (start === undefined || ends[next]! - end > REACH || OTHER_MATTER.test(scan.text.slice(end, start))) return [];
    return [at(ends[next]!, scan.text.slice(start, ends[next]), 0.88)];
  });
}

/** The last date in front of a word of birth, with little between them. */
function inFront(scan: Scan, { starts, ends }: Dates): Candidate[] {
  let last = -1;
  return scan.words(BIRTH).starts.flatMap((start) => {
    while (last + 1 < ends.length && ends[last + 1]! <= start) last += 1;
    const end = ends[last];
    if (end === undefined || start - end > BACK_REACH) return [];
    scan.meter.attempts += 1;
    return BACKWARDS.test(`${scan.text.slice(end, start)} `.replace(/ {2}$/, ' '))
      ? [at(end, scan.text.slice(starts[last], end), 0.86)]
      : [];
  });
}

function behindNames(scan: Scan): Candidate[] {
  return (scan.names() ?? []).flatMap(({ type, end }) => {
    const match = type === 'PERSON' ? scan.matchAt(BEHIND_NAME, end) : null;
    return match === null || !isDate(match[1]!) ? [] : [at(end + match[0].length, match[1]!, 0.62)];
  });
}

function everyMatch(scan: Scan, pattern: RegExp, confidence: number): Candidate[] {
  return [...scan.matchAll(pattern)].map((match) => at(match.index + match[0].length, match[1]!, confidence));
}

/** A limit in a program or a query. */
const COMPARED = /(?:\s[<>]=?|[<>]=) ?["'(]{0,2}$/;

const isFull = (scan: Scan, { start, end }: Candidate) => {
  const value = scan.text.slice(start, end);
  return isDate(value) && /[12][0-9]{3}/.test(value);
};

/** Dates of birth, known by the words around them (a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(C)). */
export const dateOfBirth: Detector = {
  id: 'date-of-birth',
  type: 'DATE_OF_BIRTH',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  cues: [BIRTH],
  find(scan) {
    const unlabelled = [
      ...everyMatch(scan, ABBREVIATED, 0.75).filter((candidate) => isFull(scan, candidate)),
      ...(scan.text.includes('PID|') ? everyMatch(scan, PATIENT_SEGMENT, 0.9) : []),
      ...behindNames(scan),
    ];
    if (!scan.has(BIRTH) && !scan.text.includes('née ')) return unlabelled;
    const labelled = findLabelled(scan, BIRTH, LABELLED)
      .filter(({ value }) => /^(?:[0-9]{8}|[^0-9]+[0-9]{4})$/.test(value) || isDate(value))
      .map(({ end, value }) => at(end, value));
    const dates = datesIn(scan);
    return [
      ...labelled,
      ...furtherOn(scan, dates),
      ...inFront(scan, dates),
      ...everyMatch(scan, VERB_LAST, 0.9).filter(({ start, end }) => isDate(scan.text.slice(start, end))),
      ...everyMatch(scan, MAIDEN, 0.88),
      ...unlabelled,
    ].filter(({ start }) => !COMPARED.test(scan.text.slice(Math.max(0, start - 6), start)));
  },
  examples: {
    positive: [
      'Date of birth: second of June 1983',
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
      'born in March 1983',
      '{"dob":"1983-03-12T00:00:00Z"}',
      'nurse: DOB?\n[10:42] Dr. Okoye: 1 June 1950',
      'id;name;geburtsdatum\n1;Anna;04.07.1966',
      '<dob>1955-03-09</dob>',
      '1962-04-30 is his date of birth',
      'née Dupont le 3 avril 1950',
      'PID|1||4471||DOE^JOHN||19780412|M',
      'дата рождения: 04.07.1981',
      'Geburtstag meiner Frau: 15. Oktober 1978',
    ],
    negative: [
      'the meeting on 04/12/2023',
      'date of birth is required',
      'born in 1983',
      'DOB 45/45/1983',
      'born to run 2 miles',
      '{"dateOfBirth":null,"policyStart":"2021-01-01"}',
      'birthday party on 12.05.2024',
      'birth certificate issued 12 May 2001',
      "CHECK (date_of_birth > '1900-01-01')",
    ],
  },
};
