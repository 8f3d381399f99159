import type { Candidate, Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';

/** Who has an age. */
const SOMEBODY =
  /(?<![\p{L}])(?:i|i'm|im|he|he's|she|she's|who|patient|pt|man|woman|men|women|male|female|boy|girl|baby|infant|toddler|child|children|kids?|son|daughter|wife|husband|mother|father|mom|mum|dad|brother|sister|grandm\w+|grandf\w+|aunt|uncle|friend|colleague|suspect|victim|client|student|mr|mrs|ms|dr|resident|retiree|widow\w*|ich|er|sie|mann|frau|kind|tochter|sohn|patientin|je|j'ai|il|elle|homme|femme|fille|fils|soy|tengo|tiene|mujer|hombre|hija|hijo|niñ[oa]|ho|ha|donna|uomo|sono|figli[oa]|ik|hij|zij|vrouw|tenho|tem|nephew|niece|cousin|employee|applicant|candidate|driver|passenger|teen\w*)(?![\p{L}])/iu;
const NAME_BEFORE = /\p{Lu}\p{Ll}+['\p{L}-]*(?: \p{Lu}[\p{L}'.-]+){0,3},? (?:is |was |turns )?\(?(?:aged? )?$/u;
const NUMBER = /[0-9]{1,3}/g;
const MOST = 119;
const GLUED = /[\p{L}\p{N}.,$€£:/_#+-]$/u;
const UNIT =
  /(?:[- ]?(?:years?|yrs?|months?|mos?|weeks?|days?)[- ]old| ?y\/o| ?y\.o\.| ?yo(?![\p{L}])| (?:yrs?|months)(?= ?[.,;)])|[- ]?jährig(?:e[rnms]?)?| (?:Jahre|Monate) alt| Jahre(?= ?[.,;)]|$)| (?:ans|años|anni|anos|jaar(?: oud)?|lat)(?![\p{L}]))/iuy;
const LABEL = /(?<![\p{L}\p{N}_])(?:age|aged|alter|âge|edad|età|leeftijd|idade)["']?(?: ?[:=] ?| is | of | )["']?$/iu;
const AFTER_LABEL = /(?: (?:years?|yrs?|jahre|ans|años|anni)(?: old)?)?(?![\p{L}\p{N}%]|[.,:/-][0-9])/iuy;
/** In front of a bare number that is said of somebody: `he is 33.`, `she turns 90 and`, `woman, 29,`. */
const SAID =
  /(?<![\p{L}\p{N}])(?:(?:I am|I'm|he is|he's|she is|she's|(?:he|she) (?:just |has just |recently )?turn(?:s|ed)|(?:he|she|who) will be|(?:she|he) was|\p{Lu}\p{Ll}+ (?:will be|turns|turned)) |\(\p{Lu}\p{Ll}+, (?=[0-9]+\))|(?:man|woman|male|female|boy|girl|son|daughter|wife|husband|mother|father|child|kids?|children)(?: is| are|,)? \(?|[Ii]k ben \p{L}{2,20} \(|(?:Mr|Mrs|Ms|Dr|Herr|Frau|Mme|Sr|Sra|Sig)\.? \p{Lu}[\p{L}-]{1,20} \()$/u;
const AFTER_SAID =
  /(?:[.,;:)!?]|$| and (?!a half)| (?:next|this|last) | in (?:january|february|march|april|may|june|july|august|september|october|november|december)|\n)/y;
/** `Kwabena is 19 and wants`, `Kateryna, 24, moved`: a name in front and a verb behind. */
const NAMED = /\p{Lu}\p{Ll}+(?:,| is) $/u;
const AFTER_NAMED =
  /(?:,| and) (?:living|from|has|is|was|works|retired|who|male|female|moved|born|lives|wants|studies|a |an |single|married)/y;

/** `Jens Aas, 78, needs`, `Ana Ruiz, 38, painter`: first and last name. */
const FULL_NAME = /\p{Lu}[\p{Ll}'-]+ \p{Lu}[\p{Ll}'-]+, $/u;
const AFTER_FULL_NAME = /, (?:\p{Ll}{2,14}(?:s|ed|er|or|man|woman|ist|nt|se))(?![\p{L}])/uy;
const GROWN = 16;

function found(start: number, end: number, confidence: number): Candidate {
  return { start, end, confidence, evidence: ['pattern', 'cue:age'] };
}

function weigh(scan: Scan, start: number, digits: string): Candidate | null {
  const { text } = scan;
  const before = text.slice(Math.max(0, start - 45), start);
  if (Number(digits) > MOST || GLUED.test(before)) return null;
  const end = start + digits.length;
  const unit = scan.matchAt(UNIT, end);
  if (unit !== null) {
    const finish = end + unit[0].length;
    const sure = /aged $/i.test(before) || /y\/o|yo|y\.o\./i.test(unit[0]) || NAME_BEFORE.test(before);
    const somebody = sure || SOMEBODY.test(before) || SOMEBODY.test(text.slice(finish, finish + 30));
    return somebody && !scan.inCode(start) ? found(start, finish, 0.8) : null;
  }
  const labelled = LABEL.test(before) ? scan.matchAt(AFTER_LABEL, end) : null;
  if (labelled !== null) return scan.inCode(start) ? null : found(start, end + labelled[0].length, 0.75);
  const said = SAID.test(before) ? scan.matchAt(AFTER_SAID, end) : null;
  const named = said === null && NAMED.test(before) ? scan.matchAt(AFTER_NAMED, end) : null;
  const full = Number(digits) >= GROWN && FULL_NAME.test(before) ? scan.matchAt(AFTER_FULL_NAME, end) : null;
  return (said ?? named ?? full) === null || scan.inCode(start) ? null : found(start, end, 0.75);
}

/** Ages of people (over 89 a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(C)), with a unit, a label or a sentence about somebody. */
export const age: Detector = {
  id: 'age',
  type: 'AGE',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  find: (scan) =>
    [...scan.matchAll(NUMBER)]
      .map(({ 0: digits, index }) => weigh(scan, index, digits))
      .filter((candidate) => candidate !== null),
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
    ],
    negative: [
      'a 10-year-old codebase',
      'it is 5 minutes old',
      'this bug is 3 years old',
      'he is 33% faster',
      'page 34',
      'I am 100% sure',
      'version 12, 2024',
    ],
  },
};
