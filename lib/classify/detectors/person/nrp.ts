import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import { AFFILIATIONS } from '../../names/affiliations.ts';
import type { Scan } from '../../scan.ts';
import { FOREIGN_AFFILIATIONS } from './affiliation-words.data.ts';

const GROUPS = cueWords('affiliation', ...AFFILIATIONS);
const FOREIGN_GROUPS = cueWords('foreign-affiliation', ...FOREIGN_AFFILIATIONS);
/** `Nationality: Swiss`: whatever the letter case. */
const LABEL = cueWords(
  'affiliation-label',
  'nationality|citizenship|citizen of|ethnicity|ethnic group|religion|faith|denomination|party affiliation|political affiliation',
  'staatsangehorigkeit|nationalitat|staatsburgerschaft|konfession|religionszugehorigkeit|nationalite|citoyennete|confession|nacionalidad|ciudadania|religion|nazionalita|cittadinanza|religione|nationaliteit|geloof|religie|narodowosc|nacionalidade',
);
const LABELLED = afterLabel("[\\p{L}'’.-]{3,24}(?: [\\p{L}-]{3,16})?(?![\\p{L}])", 'u');
const LABELLED_WORD = afterLabel('[\\p{L}-]{3,24}(?![\\p{L}])', 'u');
/** Said with the same labels, and in no list: what people are by race, and abbreviations of churches. */
const OTHERS = new Set(
  'black white asian mixed islam christianity catholicism judaism hinduism buddhism catholic none african american swiss thai'
    .split(' ')
    .concat('rk', 'ev', 'rom', 'rom.-kath.', 'r.-k.', 'evang.', 'ev.-luth.', 'african american', 'native american'),
);

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
    'families|member|male|female|captain|voter|votes|vote for|supporter|activist|minority|community',
  ],
);
/** A group as a noun: `a Sikh from Punjab`, `two Poles who`. */
const ONE = /(?:^|[^a-z])(?:an?|one|two|three|four|some|other|fellow|young|old|elderly|as an?) $/i;
const OF_ONE = /^s?(?: (?:from|who|whose|named|called|living|working|aged)(?![a-z])|[.!?]?$)/i;

const SENTENCE_END = /[.!?;]\s|\n/;
/** Reach of a word for a person, and of a name, in UTF-16 units. */
const NEAR = 30;
const BESIDE = 20;
/** Persons in German, French, Spanish, Italian, Dutch, right beside the group. */
const FOREIGN_SOMEBODY = cueWords(
  'foreign-somebody',
  ...[
    'kollege|kollegin|kollegen|mitarbeiter|mitarbeiterin|frau|mann|familie|patient|patientin|kind|kinder|student|studentin|kunde|kundin|nachbar|nachbarin|fluchtling|burger|staatsburger|staatsburgerin|staatsangehoriger|staatsangehorige|bewerber|bewerberin|arzt|arztin|fahrer|eltern|herkunft|abstammung|glaubens',
    'collegue|employe|employee|salarie|salariee|refugie|refugiee|patient|patiente|femme|homme|famille|etudiant|etudiante|client|cliente|voisin|voisine|citoyen|citoyenne|ressortissant|ressortissante|candidat|candidate|origine|nationalite|confession|ouvrier|infirmier|infirmiere|parents',
    'companero|companera|empleado|empleada|refugiado|refugiada|paciente|mujer|hombre|familia|estudiante|cliente|vecino|vecina|ciudadano|ciudadana|trabajador|trabajadora|inmigrante|candidato|candidata|origen|nacionalidad|enfermero|enfermera|padres',
    'collega|dipendente|rifugiato|rifugiata|paziente|donna|uomo|famiglia|studente|studentessa|vicino|vicina|cittadino|cittadina|lavoratore|lavoratrice|immigrato|candidato|candidata|nazionalita|genitori',
    'werknemer|werkneemster|vluchteling|vrouw|gezin|klant|buurman|buurvrouw|burger|kandidaat|afkomst|medewerker|ouders',
  ],
);
/** Right in front of a group: `er ist`, `de nationalité`. */
const IS =
  /(?:^|[^\p{L}])(?:(?:er|sie) (?:ist|war)(?: eine?)?|ich bin(?: eine?)?|(?:il|elle) (?:est|était)(?: une?)?|je suis(?: une?)?|soy(?: una?)?|es|era|eres|sono|è|(?:hij|ze|zij) is(?: een)?|ik ben(?: een)?|de nationalité|de confession|d'origine|de origen|de nacionalidad|di nazionalità|di origine|gebürtige[rn]?) $/iu;
const IS_REACH = 20;
/** An adjective at the end of what is said; more may be said of a thing. */
const ENDS = /^(?:$|[.,;!?)\n]| [a-z(])/;
/** A language, when one of these stands in front. */
const LANGUAGE = /(?:^|[^a-z])(?:in|into|to|plain|write|read|learn|and|or|,|from) $/i;
/** What a group is said of when it is no person's. */
const THING =
  /^ (?:revolution|war|empire|language|grammar|cuisine|food|market|government|army|law|history|literature|economy|dream|version|translation|text|lesson|wine|cheese|toast|bakery|flag|border|constitution|parliament|press|film|keyboard|standard|time|(?:national )?(?:id|identity)(?![a-z]))/i;

const isGroup = (word: string) => OTHERS.has(word) || KNOWN_GROUPS.has(word);
const KNOWN_GROUPS: ReadonlySet<string> = new Set([...AFFILIATIONS, ...FOREIGN_AFFILIATIONS]);

/** `nationality: Swiss`, `Konfession: evangelisch`. */
function labelled(scan: Scan): Candidate[] {
  return [LABELLED, LABELLED_WORD].flatMap((pattern) =>
    findLabelled(scan, LABEL, pattern)
      .filter(({ start, end }) => isGroup(scan.folded.slice(start, end)) && !scan.inCode(start))
      .map(({ start, end }) => ({ start, end, confidence: 0.7, evidence: ['pattern', 'cue:affiliation-label'] })),
  );
}

/** In other languages the words are adjectives in small letters: right behind a verb for somebody, or beside a person. */
function foreign(scan: Scan): Candidate[] {
  const { starts, ends } = scan.words(FOREIGN_GROUPS);
  return starts.flatMap((start, index): Candidate[] => {
    const end = ends[index]!;
    const told =
      IS.test(scan.text.slice(Math.max(0, start - IS_REACH), start)) && ENDS.test(scan.text.slice(end, end + 2));
    if (!told && !scan.near(FOREIGN_SOMEBODY, start, end, 2, 2)) return [];
    if (scan.inCode(start)) return [];
    return [{ start, end, confidence: 0.62, evidence: ['pattern', 'cue:somebody'] }];
  });
}

/** Groups in English: a capital, and somebody near. */
function saidOf(scan: Scan): Candidate[] {
  const { starts, ends } = scan.words(GROUPS);
  const names = starts.length === 0 ? [] : (scan.names() ?? []).filter(({ type }) => type === 'PERSON');
  let next = 0;
  return starts.flatMap((start, index): Candidate[] => {
    // `Nigerian-British`: one.
    if (scan.text[start - 1] === '-' && ends[index - 1] === start - 1) return [];
    const end =
      scan.text[ends[index]!] === '-' && starts[index + 1] === ends[index]! + 1 ? ends[index + 1]! : ends[index]!;
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
}

/** Groups said of a person: nationality, religion, politics. Reported, and left to the policy. */
export const nrp: Detector = {
  id: 'nrp',
  type: 'NRP',
  class: 'PII',
  regions: [],
  needs: [],
  requires: [GROUPS, FOREIGN_GROUPS, LABEL],
  cues: [SOMEBODY, FOREIGN_SOMEBODY],
  find: (scan) => [...saidOf(scan), ...foreign(scan), ...labelled(scan)],
  examples: {
    positive: [
      'Our new Brazilian colleague starts on Monday.',
      'As a Muslim employee, may she get time off?',
      'She is Polish.',
      'a Sikh from Punjab',
      'two Syrian refugees',
      'Nationality: swiss',
      'Konfession: evangelisch',
      'une employée sénégalaise',
      'der türkische Kollege',
      'es musulmán',
      'our Nigerian-British lead developer Tolu Adeyinka',
    ],
    negative: [
      'Summarise the French Revolution.',
      'a polish for shoes',
      'German grammar is hard',
      'What does a Belgian national ID look like?',
      'const German = new Man();',
      'nationality: string',
      'la cuisine italienne',
      'der türkische Kaffee',
    ],
  },
};

/** Whether a sentence ends between the group and the name. */
function crosses(text: string, start: number, end: number, name: { start: number; end: number }): boolean {
  const between = name.start >= end ? text.slice(end, name.start) : text.slice(name.end, start);
  return SENTENCE_END.test(between);
}
