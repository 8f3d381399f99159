import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { FORMS_OF_ADDRESS } from './person-cues.ts';

const WORDS = cueWords(
  'form-of-address',
  ...FORMS_OF_ADDRESS,
  'dame|lord|lady|mdm|reverend|pastor|rabbi|imam|father|sister|brother|president|major|gen|general|const|councillor|dean|principal|coach|chief|ing|mgr|dipl.-ing|mag|srta|dottoressa|avv|egregio|mevrouw|meneer|dhr|mevr|pan|pani|panie|frk|fru|senhor|senhora|dra',
);
/** Words that also say what somebody is to somebody: a form of address only with a capital. */
const OFFICE =
  /^(?:father|sister|brother|judge|justice|senator|president|captain|major|sergeant|lieutenant|colonel|general|officer|detective|nurse|councillor|dean|principal|coach|chief|pastor|rabbi|imam|professor|doctor|lord|lady|sir|pan|gen|col|const|mag|sig|ing)$/;
/** Words that are nothing else: with a capital, and a capital behind them, they need no name that the tagger knows. */
const FORM =
  /^(?:mrs?|ms|mx|dr|prof|rev|capt|sgt|hon|herrn?|frau|mme|mlle|sra?|srta|sig|sig\.ra|dott|dott\.ssa|dhr|mevr|smt|shri)$/;
const PAIR = /^(?:and|und|et|y|e|en|&) (?:mrs|frau|mme|madame|sra|signora|mevr)\b/i;
const GAP = /^\.?[ \t]{1,2}$/;
/** Between a title and the name, in UTF-16 units. */
const REACH = 3;

/** Where the word behind a title begins. */
function nextWord(text: string, from: number): number {
  let at = from;
  if (text[at] === '.') at += 1;
  while (at - from <= REACH && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

/** Whether a title in capitals is followed by what may be a name, or by the title of a couple: "Mr and Mrs Vella". */
function startsName({ text, folded }: Scan, start: number, next: number): boolean {
  if (text[start] === folded[start]) return false;
  return text[next] !== folded[next] || PAIR.test(text.slice(next, next + 14));
}

/** Where names of people begin, as far as the tagger reads them. */
function nameStarts(scan: Scan): Set<number> {
  return new Set((scan.names() ?? []).filter(({ type }) => type === 'PERSON').map(({ start }) => start));
}

/** Forms of address in front of a name: "Mrs.", "Frau Prof. Dr.". */
export const title: Detector = {
  id: 'title',
  type: 'TITLE',
  class: 'PII',
  regions: [],
  needs: [],
  requires: [WORDS],
  find(scan) {
    const { starts, ends } = scan.words(WORDS);
    const opens = nameStarts(scan);
    const found: Candidate[] = [];
    // From the back, so that the title of a title is known as one: "Frau Dr. Sommer".
    for (let index = starts.length - 1; index >= 0; index -= 1) {
      const start = starts[index]!;
      const end = ends[index]!;
      let next = end;
      while (next - end <= REACH && !opens.has(next)) next += 1;
      if (!opens.has(next)) next = nextWord(scan.text, end);
      if (!opens.has(next) && !(FORM.test(scan.folded.slice(start, end)) && startsName(scan, start, next))) continue;
      if (!GAP.test(scan.text.slice(end, next))) continue;
      if (OFFICE.test(scan.folded.slice(start, end)) && scan.text[start] === scan.folded[start]) continue;
      const dot = scan.text[end] === '.' ? 1 : 0;
      const last = found.at(-1);
      if (last !== undefined && last.start === next) last.start = start;
      else found.push({ start, end: end + dot, confidence: 0.8, evidence: ['pattern', 'cue:person'] });
      opens.add(start);
    }
    return found;
  },
  examples: {
    positive: [
      'Dear Mrs. Whitcombe, thank you.',
      'Please ask Dr. Oyelaran about it.',
      'rent to Mr and Mrs Vella',
      'Sehr geehrte Frau Prof. Dr. Sommer,',
    ],
    negative: [
      "I'm Yuki.",
      'My sister Bronwyn lives here.',
      'The doctor will see you now.',
      'Major changes in version 2',
      'const mr = Mr.Smith();\nreturn mr;',
    ],
  },
};
