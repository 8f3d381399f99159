import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { KNOWN, levelOf, lookUp } from '../../names/name-table.ts';
import { hashText } from '../../names/tokens.ts';
import { besideTagged } from './tagged-as.ts';

/** What nobody but a person does or is. The subject stands directly in front. */
const ACTS = cueWords(
  'person-act',
  'said|says|told me|told us|told him|told her|asked me|asked us|asked if|asked for|asked whether|replied|complained|apologised',
  'apologized|emailed|texted|messaged|phoned|called me|called us|called in|wrote to|wrote back|forgot|disagreed',
  'insisted|mentioned|suggested|promised|thinks|resigned|retired|got fired|got married',
  'got divorced|was fired|was hired|was promoted|was diagnosed|was born|is pregnant|is sick|is ill|is out sick|is on leave',
  'is on holiday|is on vacation|and i|joined us|lives in|lives with|works for|works at',
  'works with|graduated|got a raise|owes|drank|ate|slept|cried|laughed|smiled|married|divorced',
  'hat gesagt|sagte|sagt|meinte|meint|hat gefragt|fragt|hat angerufen|hat gekundigt|ist krank|ist schwanger|wohnt|arbeitet bei',
  'a dit|dit que|a demande|a appele|est malade|est enceinte|travaille|habite|pense que',
  'dijo|dice que|pregunto|llamo|esta enferma|esta enfermo|esta embarazada|trabaja|vive en',
  'ha detto|dice che|ha chiamato|e malata|e malato|lavora|abita',
  'zei|zegt|vroeg|heeft gebeld|is ziek|is zwanger|woont|werkt bij',
);
/** Borne as a given name often enough. */
const GIVEN = 2;
const SUBJECT = /(?<![\p{L}\p{N}_@#/.'’-])\p{Lu}\p{Ll}{1,18}(?= $)/u;
const LONGEST_SUBJECT = 22;

/** A given name that is also another word, known as a name by what is said of it: "Sunny is out sick". */
export const personActing: Detector = {
  id: 'person-acting',
  type: 'PERSON',
  class: 'PII',
  regions: [],
  needs: ['capital'],
  requires: [ACTS],
  find(scan): Candidate[] {
    const table = scan.data.models.names?.table;
    if (table === undefined) return [];
    const found = scan.words(ACTS).starts.flatMap((end) => {
      const from = Math.max(0, end - LONGEST_SUBJECT);
      const match = SUBJECT.exec(scan.text.slice(from, end));
      if (match === null || scan.inCode(end)) return [];
      const start = from + match.index;
      const word = scan.folded.slice(start, end - 1);
      if (levelOf(lookUp(table, hashText(word)), KNOWN.given) < GIVEN) return [];
      return [{ start, end: end - 1, confidence: 0.72, evidence: ['gazetteer', 'cue:act'] }];
    });
    return besideTagged(scan, found);
  },
  examples: {
    positive: ['Sunny is out sick, Rainer covers', 'Sunny got married in June', 'Sunny emailed the whole team'],
    negative: ['the board said no', 'Hope is not a plan', 'Chip makers wrote to investors', 'will said clause apply'],
  },
};
