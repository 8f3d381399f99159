/**
 * The contract between the engine and a detector. A detector is one file: what it is called, which words must be there
 * before it runs at all, how it finds candidates, and its own true and false examples (which are its tests).
 */
import type { DataClass } from './finding.ts';
import type { Scan } from './scan.ts';

/**
 * Words the engine looks for in one pass over the text, for all detectors together. Lower case, accents removed.
 * Used as cues ("card", "iban") that support a candidate, as labels a value follows, or as fixed prefixes ("ghp_").
 */
export interface WordList {
  id: string;
  words: readonly string[];
  /** `word`: not inside a longer word (camelCase and snake_case parts count as words). `none`: anywhere. */
  boundary: 'word' | 'none';
  /** The words are labels of numbers of their own: what stands right behind one is no phone. */
  labels?: 'number';
  /** The words are how tokens begin; here in their own letter case. */
  issued?: readonly string[];
}

/** A span in the scanned text that may be a finding. `confidence` is 0..1. */
export interface Candidate {
  start: number;
  end: number;
  confidence: number;
  /** Codes, never matched text. */
  evidence: string[];
}

/** Cheap facts about a text that say whether a detector can have anything to find (`shape.ts`). */
export type Shape = 'digit' | 'at' | 'colon' | 'dot' | 'capital' | 'scheme' | 'newline';

export interface Detector {
  /** Kebab case, unique, stable: it goes into policy and records. */
  id: string;
  type: string;
  class: DataClass;
  /** ISO 3166-1 alpha-2 of the issuing country, empty for what is the same everywhere. */
  regions: readonly string[];
  /** Every one of these must be true of the text, or the detector does not run. */
  needs: readonly Shape[];
  /** At least one word of these lists must be in the text, or the detector does not run. */
  requires?: readonly WordList[];
  /** Forms of words (`Scan.formed`) of which one sets the detector off where no word of `requires` does. */
  forms?: readonly string[];
  /** Word lists the detector asks about while it runs. */
  cues?: readonly WordList[];
  /** True when the value keeps its meaning inside base64, hex or a split string literal, so those views are scanned too. */
  encodable?: boolean;
  /** `source`: looks at the text as given, before what cannot be seen is taken away. */
  reads?: 'source';
  find(scan: Scan): Candidate[];
  /** Every positive text yields this type from this detector; no negative yields it. */
  examples: { positive: readonly string[]; negative: readonly string[] };
}

/** A list of cue words, `|` between them, see `WordList`. */
export function cueWords(id: string, ...words: string[]): WordList {
  return { id, words: words.flatMap((each) => each.split('|')), boundary: 'word' };
}

/** A list of fixed strings that may stand anywhere, such as the prefix of a token, `|` between them. Given in lower case. */
export function fixedStrings(id: string, ...words: string[]): WordList {
  return { ...cueWords(id, ...words), boundary: 'none' };
}
