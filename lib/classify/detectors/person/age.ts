import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';

const AGE = cueWords(
  'age',
  ...'year|year old|yr|yo|y/o|y.o.|month|week|age|aged|turn|turning|turned|jahre|jahr|jahrige|jahriger|jahrigen|jahrig|alter|ans|ano|anno|anni|anos|jaar|edad|eta|leeftijd|idade|ar|vuotta|lat'.split(
    '|',
  ),
  ..."i am|i'm|he is|he's|she is|she's|she will be|he will be|kid|child|children|woman|man|male|female|boy|girl|patient|son|daughter|wife|husband|mother|father|ik ben".split(
    '|',
  ),
);
/** Who has an age. */
const SOMEBODY =
  /(?<![\p{L}])(?:i|i'm|im|he|he's|she|she's|who|patient|pt|man|woman|men|women|male|female|boy|girl|baby|infant|toddler|child|children|kids?|son|daughter|wife|husband|mother|father|mom|mum|dad|brother|sister|grandm\w+|grandf\w+|aunt|uncle|friend|colleague|suspect|victim|client|student|mr|mrs|ms|dr|m|f|resident|retiree|widow\w*|ich|er|sie|mann|frau|kind|tochter|sohn|patientin|je|j'ai|il|elle|homme|femme|fille|fils|soy|tengo|tiene|mujer|hombre|hija|hijo|niñ[oa]|ho|ha|donna|uomo|sono|figli[oa]|ik|hij|zij|vrouw|tenho|tem|nephew|niece|cousin|employee|applicant|candidate|driver|passenger|teen\w*)(?![\p{L}])/iu;
const NAME_BEFORE = /\p{Lu}\p{Ll}+['\p{L}-]*(?: \p{Lu}[\p{L}'.-]+){0,3},? (?:is |was |turns )?\(?(?:aged? )?$/u;
const N = '(?:1[01][0-9]|[1-9]?[0-9])';
const UNIT =
  /(?<![\p{L}\p{N}.,$€£:/-])(?:aged? )?(?:1[01][0-9]|[1-9]?[0-9])(?:(?:[- ]?(?:years?|yrs?|months?|mos?|weeks?|days?)[- ]old| ?y\/o| ?y\.o\.| ?yo(?![\p{L}])| (?:yrs?|months)(?= ?[.,;)]))|[- ]?jährig(?:e[rnms]?)?| (?:Jahre|Monate) alt| Jahre(?= ?[.,;)]|$)| (?:ans|años|anni|anos|jaar(?: oud)?|lat)(?![\p{L}]))/giu;
const LABEL = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:age|aged|alter|âge|edad|età|leeftijd|idade)["']?(?: ?[:=] ?| is | of | )["']?(${N})(?![\p{N}%]|[.,:/-][0-9])(?: (?:years?|yrs?|jahre|ans|años|anni)(?: old)?)?`,
  'giu',
);
/** A bare number said of somebody: `he is 33.`, `she turns 90 and`, `woman, 29,`, `ik ben Jaap (51)`. */
const SAID = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:I am|I'm|he is|he's|she is|she's|(?:he|she) (?:just |has just |recently )?turn(?:s|ed)|(?:he|she|who) will be|(?:she|he) was) |(?:man|woman|male|female|boy|girl|son|daughter|wife|husband|mother|father|child|kids?|children)(?: is| are|,)? \(?(?:aged? )?|\p{Lu}\p{Ll}+ is (?=[0-9]+ and (?:wants|has|is|lives|works|studies))|\p{Lu}\p{Ll}+, (?=[0-9]+, (?:living|from|has|is|was|works|retired|who|male|female|moved|born|lives|a |an |single|married))|[Ii]k ben [\p{L}]{2,20} \((?=[0-9]+\)))(${N})(?=[.,;:)!?]|$| and (?!a half)| in (?:january|february|march|april|may|june|july|august|september|october|november|december)|\n)`,
  'gu',
);

function found(start: number, end: number, confidence: number): Candidate {
  return { start, end, confidence, evidence: ['pattern', 'cue:age'] };
}

function withUnit(scan: Scan): Candidate[] {
  return [...scan.matchAll(UNIT)].flatMap(({ 0: value, index }) => {
    const end = index + value.length;
    const before = scan.text.slice(Math.max(0, index - 45), index);
    const after = scan.text.slice(end, end + 30);
    const aged = /^aged/i.test(value) || /y\/o|yo|y\.o\./i.test(value);
    if (!aged && !SOMEBODY.test(before) && !SOMEBODY.test(after) && !NAME_BEFORE.test(before)) return [];
    return scan.inCode(index) ? [] : [found(index, end, 0.8)];
  });
}

/** Ages of people (over 89 a HIPAA identifier: 45 CFR 164.514(b)(2)(i)(C)), with a unit, a label or a sentence about somebody. */
export const age: Detector = {
  id: 'age',
  type: 'AGE',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  cues: [AGE],
  find(scan) {
    if (!scan.has(AGE) && !/\p{Ll}(?: is|,) [0-9]{1,3}(?: and|,)/u.test(scan.text)) return [];
    const labelled = [...scan.matchAll(LABEL)].filter(({ index }) => !scan.inCode(index));
    const said = [...scan.matchAll(SAID)].filter(({ index }) => !scan.inCode(index));
    return [
      ...withUnit(scan),
      ...[...labelled, ...said].map((match) => {
        const value = match[0].slice(match[0].search(/[0-9]/));
        const end = match.index + match[0].length;
        return found(end - value.length, end, 0.75);
      }),
    ];
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
