/** The words of a text as protected values are compared: letters and digits alone, in small letters without accents. */
import { normalise } from '../../prompt/normalise.ts';
import { fold } from '../fold.ts';

export interface PlainWord {
  /** UTF-16 units of the text, end exclusive. */
  start: number;
  end: number;
  word: string;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** `folded`: as `fold` makes it. */
export function plainWords(folded: string): PlainWord[] {
  return Array.from(folded.matchAll(WORD), ({ 0: word, index: start }) => ({ start, end: start + word.length, word }));
}

/** A value or a document that is not a scanned text yet. */
export function plainWordsOf(text: string): string[] {
  return plainWords(fold(normalise(text).text)).map(({ word }) => word);
}
