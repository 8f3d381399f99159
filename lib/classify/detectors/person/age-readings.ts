/** Whether a number in a sentence is how old somebody is: by its unit, by the verb in front, by the name or person it stands behind. */
import type { Scan } from '../../scan.ts';
import { unitClass } from '../../stretches.ts';
import * as words from './age-words.ts';
import { REST_OF_DATE } from './date-forms.ts';

/** A number in digits or words. Offsets are UTF-16, end exclusive; no value for words. */
export interface Counted {
  start: number;
  end: number;
  value: number | null;
}

/** Where names of people end, as far as the tagger reads them. */
export type NameEnds = ReadonlySet<number>;

const BEFORE = 64;
const AFTER = 48;

const beforeOf = ({ folded }: Scan, at: number) => folded.slice(Math.max(0, at - BEFORE), at);
const afterOf = ({ folded }: Scan, at: number) => folded.slice(at, at + AFTER);

/** `Ana Ruiz, 38, painter`: first and last name, and what somebody is or does behind it. */
const FULL_NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}'-]+ \p{Lu}[\p{Ll}'-]+$/u;
const TITLED = /(?<![\p{L}])(?:Mr|Mrs|Ms|Dr|Herr|Frau|Mme|M|Sr|Sra|Sig)\.? \p{Lu}[\p{L}-]{1,20}$/u;
const CAPITAL_NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}[\p{Ll}'-]*$/u;
const WHO_DOES =
  /^,? (?:living|from|of|has|is|was|works|retired|who|male|female|moved|born|lives|wants|studies|needs|asked|told|died|an?|single|married|divorced|\p{Ll}{2,14}(?:er|or|man|woman|ist|nt|ess))(?![\p{L}])/u;
const GROWN = 16;
/** `Ich (45)`, `Moi, 45 ans`, `wij (34 en 36)`. */
const SPEAKER = /(?<![a-z])(?:i|me|ich|wir|moi|nous|yo|io|ik|wij|we|him|her)$/;
/** `mother 62, father 65`: family, and nothing that is numbered. */
const RELATIVE =
  /(?<![a-z])(?:mother|father|mom|mum|dad|wife|husband|son|daughter|brother|sister|grandma|grandpa|vater|mutter|sohn|tochter|bruder|schwester|oma|opa|mari|femme|fils|fille|marido|esposa|hijo|hija|moglie|marito|figlio|figlia|zoon|dochter) $/;
const RELATIVE_ENDED = /^(?:[,;)]|\.(?![0-9])|$|\n| (?:and|und|et|y|e|en) )/;
/** `28/M`, `61/F`. */
const SLASH_SEX = /^\/[MFW](?![A-Za-z0-9/])/;

/** Whether a name or a word for a person ends at `at`. */
function isPersonBefore(scan: Scan, at: number, names: NameEnds): boolean {
  return (
    names.has(at) ||
    words.ENDS_WITH_PERSON.test(beforeOf(scan, at)) ||
    SPEAKER.test(beforeOf(scan, at)) ||
    TITLED.test(scan.text.slice(Math.max(0, at - 30), at))
  );
}

/** `Bruno, 61,` and `Bruno (61)`: where what the number is said of ends; -1 when it stands in no such place. */
function apposed({ text }: Scan, start: number): number {
  const lead = text.slice(Math.max(0, start - 3), start);
  if (lead.endsWith(', ')) return start - 2;
  if (lead.endsWith(' (')) return start - 2;
  return -1;
}

/** A verb of being and a subject that is somebody: `my son is`, `Grandfather will be`, `Inés turned`. */
function isSaidOfSomebody(scan: Scan, start: number, names: NameEnds): boolean {
  const before = beforeOf(scan, start);
  if (words.SAID.test(before)) return true;
  const verb = words.VERB.exec(before);
  if (verb === null) return false;
  const subject = start - verb[0].length;
  if (isPersonBefore(scan, subject, names)) return true;
  // `is Serbian and turned 81`: the subject further in front.
  if (/ turn/.test(verb[0]))
    return words.HOLDS_PERSON.test(before.slice(0, -verb[0].length)) || holdsName(names, start);
  return false;
}

function holdsName(names: NameEnds, start: number): boolean {
  for (let at = start; at > start - BEFORE; at -= 1) if (names.has(at)) return true;
  return false;
}

const LOWER_LETTER = unitClass(/[a-z]/);
const ENDS_NOBODY = unitClass(/[\s0-9,(]/);

/** Whether a number can be read as an age at all: with a unit behind it, behind a word, or beside somebody (`apposed`). */
export function mayBeAge(scan: Scan, { start, end }: Counted): boolean {
  const { folded } = scan;
  const isLetter = (at: number) => LOWER_LETTER[folded.charCodeAt(at)] === 1;
  if (isLetter(end) || isLetter(end + 1) || (folded[start - 1] === ' ' && isLetter(start - 2))) return true;
  const at = apposed(scan, start);
  return at > 0 && ENDS_NOBODY[folded.charCodeAt(at - 1)] !== 1 && !REST_OF_DATE.test(folded.slice(end, end + AFTER));
}

/** The end of an age with its unit, or null. */
export function ageBehindUnit(scan: Scan, { start, end, value }: Counted, names: NameEnds): number | null {
  const { folded, text } = scan;
  words.OWN_UNIT.lastIndex = end;
  const own = words.OWN_UNIT.exec(folded);
  if (own !== null) {
    const finish = end + own[0].length;
    return isOwnUnitOfPerson(scan, start, finish, own[0], names) ? finish : null;
  }
  if (value === null) return null;
  if (
    SLASH_SEX.test(text.slice(end, end + 3)) &&
    value >= 13 &&
    /(?:^|[\s(,:])$/.test(text.slice(Math.max(0, start - 1), start))
  )
    return end;
  words.SEX.lastIndex = end;
  if (words.SEX.test(folded)) {
    const upper = text[end] !== folded[end] || text[start - 1] === '(';
    const isSex =
      upper &&
      value >= 13 &&
      words.SEX_BEFORE.test(beforeOf(scan, start)) &&
      words.SEX_AFTER.test(afterOf(scan, end + 1));
    return isSex ? end + 1 : null;
  }
  words.TIME_UNIT.lastIndex = end;
  const time = words.TIME_UNIT.exec(folded);
  if (time === null) return null;
  const finish = end + time[0].length;
  return isTimeOfPerson(scan, start, finish, time[0], names) ? finish : null;
}

function isOwnUnitOfPerson(scan: Scan, start: number, finish: number, unit: string, names: NameEnds): boolean {
  const before = beforeOf(scan, start);
  const after = afterOf(scan, finish);
  if (/y\/o|yo|y\.o|^ ?y$|of age|edad|alt$/.test(unit)) return true;
  const apposition = apposed(scan, start);
  if (apposition > 0 && (isPersonBefore(scan, apposition, names) || words.HOLDS_PERSON.test(before))) return true;
  const article = /, an? $/.exec(before);
  if (article !== null && names.has(start - article[0].length)) return true;
  if (isSaidOfSomebody(scan, start, names) || words.BEGINS_WITH_PERSON.test(after)) return true;
  if (/jahrig|jarig|arig|letni/.test(unit)) {
    // As a noun, `der 12-Jährige`, or in front of one: `die 67-jährige Rentnerin`.
    if (/J/.test(scan.text.slice(start, finish))) return true;
    return /^ \p{Lu}\p{L}{2,20}(?:in|mann|frau|ist|ent)(?!\p{L})/u.test(scan.text.slice(finish, finish + 30));
  }
  if (/ old$/.test(unit))
    return !words.VERB.test(before) && words.HOLDS_PERSON.test(before) && !/ (?:my|his|her) /.test(before);
  if (/vuotias/.test(unit)) return true;
  if (/gam|oud|yasinda/.test(unit)) return words.HAS.test(before) || words.HOLDS_PERSON.test(before);
  // `I have a two-year-old and a cat`: nothing is called so but a child.
  return (
    /(?<![a-z])(?:an?|my|our|your|his|her|their|the) $/.test(before) &&
    words.ENDED.test(after) &&
    words.HOLDS_PERSON.test(before)
  );
}

/** `la empresa tiene 30 anos`: a thing has it. */
const THING_HAS =
  /(?<![a-z])(?:la|el|una?|le|il|lo|o|die|der|das|het|the|this|det|den) [a-z]{3,20} (?:tiene|ha|tem|is|ist|wird|har|er|ar|was|war|completa|faz) (?:[a-z]+ )?$/;

function isTimeOfPerson(scan: Scan, start: number, finish: number, unit: string, names: NameEnds): boolean {
  const before = beforeOf(scan, start);
  if (words.HOW_LONG.test(afterOf(scan, finish))) return false;
  const apposition = apposed(scan, start);
  if (apposition > 0 && isPersonBefore(scan, apposition, names)) return true;
  if (unit === ' j.') return words.ENDS_WITH_PERSON.test(before.trimEnd());
  // `verstarb mit 91 Jahren`, and no `mit 10 Jahren Garantie`.
  if (unit === ' jahren' && / mit $/.test(before) && !/^ \p{Lu}/u.test(scan.text.slice(finish, finish + 2)))
    return true;
  const english = /years|months|yrs/.test(unit);
  if (words.AGED.test(before) && !/(?:con|com) $/.test(before)) {
    return !english || words.HOLDS_PERSON.test(before) || holdsName(names, start);
  }
  if (words.MIT.test(before) && unit === ' jahren') return true;
  if (words.SAID.test(before)) return !english;
  if (words.HAS.test(before)) {
    if (english) return false;
    if (!/(?<![a-z])(?:is|was|ist|war|wird|wurde|er|ar) /.test(before.slice(-10))) return !isThing(before);
    return (
      words.HOLDS_PERSON.test(before) || holdsName(names, start) || /(?<![a-z])(?:han|hun|hon|jag|jeg) /.test(before)
    );
  }
  const of = words.OF.exec(before);
  if (of === null) return false;
  const at = start - of[0].length - 1;
  return (
    words.ENDS_WITH_PERSON.test(beforeOf(scan, at)) ||
    words.ENDS_WITH_PERSON.test(beforeOf(scan, at).replace(/ [a-z]{3,12}$/, ''))
  );
}

function isThing(before: string): boolean {
  const thing = THING_HAS.exec(before);
  if (thing === null) return false;
  const noun = thing[0].split(' ')[1]!;
  return !words.ENDS_WITH_PERSON.test(noun);
}

/** Words behind which a bare number may be an age, to look closer there only. */
const LEADS = new Set(
  `am i'm im was is 's be bin werde werden ist wird ben word wordt turned turns turning only just now about already almost nearly currently barely still also both are were aged at mit age war cumple cumplo cumplio compio compie schon erst gerade bald nu al pas von de mai januar februar marz april juni juli august september oktober november dezember in on of and turn morgen heute week month year`.split(
    ' ',
  ),
);

function lastWord(folded: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < 12 && /[a-z']/.test(folded[from - 1]!)) from -= 1;
  const word = folded.slice(from, at);
  const own = word.indexOf("'s");
  return own > 0 ? "'s" : word;
}

/** Whether a bare number is somebody's age. */
export function ageInSentence(scan: Scan, { start, end, value }: Counted, names: NameEnds): boolean {
  const { text, folded } = scan;
  if (text[start - 1] !== ' ' && text[start - 1] !== '(') return false;
  // `the client's one` is no age.
  if (value === null && folded.slice(start, end) === 'one') return false;
  const apposition = value === null ? -1 : apposed(scan, start);
  if (apposition > 0 && isApposed(scan, apposition, end, value!, names)) return true;
  const tail = folded.slice(end, end + 8);
  if (value !== null && value > 2 && RELATIVE.test(beforeOf(scan, start)) && RELATIVE_ENDED.test(tail)) return true;
  if (
    /(?<![a-z])(?:zoon|dochter|zoontje|dochtertje|jongen|meisje) van $/.test(beforeOf(scan, start)) &&
    words.ENDED.test(tail)
  )
    return true;
  if (text[start - 1] !== ' ' || !LEADS.has(lastWord(folded, start - 1))) return false;
  const before = beforeOf(scan, start);
  const after = afterOf(scan, end);
  if (words.ENDED.test(after) && isSaidOfSomebody(scan, start, names)) return true;
  if (value === null) return false;
  if (
    /(?<![a-z])(?:aged|agee?s? de|im alter von|op de leeftijd van) $/.test(before) &&
    !/^(?:-| to | bis | (?:months|weeks|days|in) )/.test(after)
  )
    return words.HOLDS_PERSON.test(before) || holdsName(names, start);
  if (/at the age of (?:just |only )?$/.test(before)) return true;
  if (/(?:is|was) [a-z, -]{3,40} and $/.test(before) && words.ENDED.test(after)) return holdsName(names, start);
  if (words.AT_AGE.test(before) && words.DID_AT.test(after))
    return /age $/.test(before) || (value >= 13 && (after[0] === ',' || value > 24));
  return (
    words.MIT.test(before) && value >= 5 && words.DID_MIT.test(after) && !/^ [\p{Lu}]/u.test(text.slice(end, end + 2))
  );
}

function isApposed(scan: Scan, at: number, end: number, value: number, names: NameEnds): boolean {
  const { text } = scan;
  const after = text.slice(end, end + 24);
  const bracket = text[at] === ' ';
  if (!(bracket ? /^(?:[),;]| (?:and|und|y|et|e|en|&) [0-9])/ : /^(?:[),;]|\.(?!\p{N})| and |$|\n|\?|!)/u).test(after))
    return false;
  if (/^[,;.] ?[0-9]/.test(after) || (value < 10 && after[0] === '.')) return false;
  // `Jeff King (2):` and lines below: how many of something.
  if (/^\):\n/.test(after)) return false;
  if (isPersonBefore(scan, at, names)) return true;
  if (bracket) return /(?<![a-z])(?:ik ben|ich bin|je suis|soy|sono) [a-z'-]{2,20}$/.test(beforeOf(scan, at));
  const front = text.slice(Math.max(0, at - 40), at);
  if (!WHO_DOES.test(after.slice(1)) && !WHO_DOES.test(after)) return false;
  return (value >= GROWN && FULL_NAME.test(front)) || CAPITAL_NAME.test(front);
}
