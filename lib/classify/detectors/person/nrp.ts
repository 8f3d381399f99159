import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { AFFILIATIONS } from '../../names/affiliations.ts';

const GROUPS = cueWords('affiliation', ...AFFILIATIONS);

/** Words for a person, or for belonging: without one in the same sentence a group is said of things ("French cuisine"). */
const SOMEBODY = cueWords(
  'somebody',
  ...[
    "i am|i'm|he is|he's|she is|she's|he was|she was|we are|we're|they are|they're|nationality|citizen|citizenship|national",
    'passport|visa|born|native|descent|ancestry|heritage|background|roots|accent|origin|ethnicity|ethnic|identifies as',
    'religion|faith|church|converted|believer|practising|practicing|devout|raised|immigrant|migrant|refugee|refugees',
    'asylum seeker|asylum|prisoner|soldier|veteran|man|woman|men|women|boy|girl|guy|lady|kid|kids|child|children|people',
    'colleague|coworker|co-worker|employee|worker|workers|patient|suspect|student|teacher|doctor|engineer|customer|client',
    'guest|owner|manager|tenant|neighbour|neighbor|wife|husband|partner|spouse|widow|mother|father|mum|mom|dad|parents',
    'grandmother|grandfather|grandparents|daughter|son|brother|sister|uncle|aunt|cousin|nephew|niece|girlfriend|boyfriend',
    'friend|flatmate|roommate|boss|nanny|cleaner|cook|applicant|applicants|candidate|driver|nurse|lawyer|couple|family',
    'families|member|voter|votes|vote for|supporter|activist|minority|community',
  ],
);
/** A group as a noun: `a Sikh from Punjab`, `two Poles who`. */
const ONE = /(?:^|[^a-z])(?:an?|one|two|three|four|some|other|fellow|young|old|elderly|as an?) $/i;
const OF_ONE = /^s?(?: (?:from|who|whose|named|called|living|working|aged)(?![a-z])|[.!?]?$)/i;

const SENTENCE_END = /[.!?;]\s|\n/;
/** Reach of a word for a person, and of a name, in UTF-16 units. */
const NEAR = 30;
const BESIDE = 12;
/** A language, when one of these stands in front. */
const LANGUAGE = /(?:^|[^a-z])(?:in|into|to|plain|write|read|learn|and|or|,|from) $/i;
/** What a group is said of when it is no person's. */
const THING =
  /^ (?:revolution|war|empire|language|grammar|cuisine|food|market|government|army|law|history|literature|economy|dream|version|translation|text|lesson|wine|cheese|toast|bakery|restaurant|flag|border|constitution|parliament|press|film|keyboard|standard|time|(?:national )?(?:id|identity)(?![a-z]))/i;

/** Groups said of a person: nationality, religion, politics. Reported, and left to the policy. */
export const nrp: Detector = {
  id: 'nrp',
  type: 'NRP',
  class: 'PII',
  regions: [],
  needs: ['capital'],
  requires: [GROUPS],
  cues: [SOMEBODY],
  find(scan) {
    const { starts, ends } = scan.words(GROUPS);
    const names = (scan.names() ?? []).filter(({ type }) => type === 'PERSON');
    let next = 0;
    return starts.flatMap((start, index): Candidate[] => {
      const end = ends[index]!;
      if (!/\p{Lu}/u.test(scan.text[start]!) || THING.test(scan.text.slice(end, end + 19)) || scan.inCode(start))
        return [];
      if (LANGUAGE.test(scan.text.slice(Math.max(0, start - 8), start))) return [];
      while (next < names.length && names[next]!.end < start - BESIDE) next += 1;
      const name = names[next];
      const beside = name !== undefined && name.start - end < BESIDE && !crosses(scan.text, start, end, name);
      const asNoun =
        ONE.test(scan.text.slice(Math.max(0, start - 10), start)) && OF_ONE.test(scan.text.slice(end, end + 9));
      if (!beside && !asNoun && !scan.near(SOMEBODY, start, end, NEAR, NEAR)) return [];
      return [{ start, end, confidence: 0.65, evidence: ['pattern', beside ? 'cue:person' : 'cue:somebody'] }];
    });
  },
  examples: {
    positive: [
      'Our new Brazilian colleague starts on Monday.',
      'As a Muslim employee, may she get time off?',
      'She is Polish.',
      'a Sikh from Punjab',
      'two Syrian refugees',
    ],
    negative: [
      'Summarise the French Revolution.',
      'a polish for shoes',
      'German grammar is hard',
      'What does a Belgian national ID look like?',
      'const German = new Man();',
    ],
  },
};

/** Whether a sentence ends between the group and the name. */
function crosses(text: string, start: number, end: number, name: { start: number; end: number }): boolean {
  const between = name.start >= end ? text.slice(end, name.start) : text.slice(name.end, start);
  return SENTENCE_END.test(between);
}
