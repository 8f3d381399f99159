/** All sentence templates by language. */
import {
  DUTCH_CUES,
  ENGLISH_CUES,
  ENGLISH_CUES_PLAIN,
  FRENCH_CUES,
  FRENCH_CUES_PLAIN,
  GERMAN_CUES,
  GERMAN_CUES_PLAIN,
  ITALIAN_CUES,
  SPANISH_CUES,
  SPANISH_CUES_PLAIN,
} from './cues.data.ts';
import { DUTCH, DUTCH_PLAIN } from './dutch.data.ts';
import { ENGLISH, ENGLISH_PLAIN } from './english.data.ts';
import { ENGLISH_VARIED, ENGLISH_VARIED_PLAIN } from './english-varied.data.ts';
import { FRENCH, FRENCH_PLAIN } from './french.data.ts';
import { GERMAN, GERMAN_NOUNS_PLAIN, GERMAN_PLAIN } from './german.data.ts';
import { ITALIAN, ITALIAN_PLAIN } from './italian.data.ts';
import { OTHERS, OTHERS_PLAIN } from './others.data.ts';
import {
  DUTCH_VARIED,
  DUTCH_VARIED_PLAIN,
  FRENCH_VARIED,
  FRENCH_VARIED_PLAIN,
  GERMAN_VARIED,
  GERMAN_VARIED_PLAIN,
  ITALIAN_VARIED,
  ITALIAN_VARIED_PLAIN,
  SPANISH_VARIED,
  SPANISH_VARIED_PLAIN,
} from './others-varied.data.ts';
import { SPANISH, SPANISH_PLAIN } from './spanish.data.ts';
import {
  DUTCH_WORD_NAMES,
  DUTCH_WORD_NAMES_PLAIN,
  ENGLISH_WORD_NAMES,
  ENGLISH_WORD_NAMES_PLAIN,
  FRENCH_WORD_NAMES,
  FRENCH_WORD_NAMES_PLAIN,
  GERMAN_WORD_NAMES,
  GERMAN_WORD_NAMES_PLAIN,
  ITALIAN_WORD_NAMES,
  ITALIAN_WORD_NAMES_PLAIN,
  SPANISH_WORD_NAMES,
  SPANISH_WORD_NAMES_PLAIN,
} from './word-names.data.ts';

const lines = (...blocks: string[]) =>
  blocks.flatMap((block) => block.split('\n').filter((line) => line !== '')).map((line) => line.replaceAll('¶', '\n'));

/** Of the texts in all languages those that are made of words: they are filled with the words of each. */
const WORDY = lines(OTHERS, OTHERS_PLAIN).filter((line) => /\{(?:word|cap|heading|verb)\}/.test(line));

/** By ISO 639-1 code. */
export const TEMPLATES: Record<string, string[]> = {
  en: lines(
    ENGLISH,
    ENGLISH_PLAIN,
    ENGLISH_VARIED,
    ENGLISH_VARIED_PLAIN,
    ENGLISH_CUES,
    ENGLISH_CUES_PLAIN,
    ENGLISH_WORD_NAMES,
    ENGLISH_WORD_NAMES_PLAIN,
  ),
  de: [
    ...lines(
      GERMAN,
      GERMAN_PLAIN,
      GERMAN_VARIED,
      GERMAN_VARIED_PLAIN,
      GERMAN_NOUNS_PLAIN,
      GERMAN_NOUNS_PLAIN,
      GERMAN_CUES,
      GERMAN_CUES_PLAIN,
      GERMAN_WORD_NAMES,
      GERMAN_WORD_NAMES_PLAIN,
    ),
    ...WORDY,
  ],
  fr: [
    ...lines(
      FRENCH,
      FRENCH_PLAIN,
      FRENCH_VARIED,
      FRENCH_VARIED_PLAIN,
      FRENCH_CUES,
      FRENCH_CUES_PLAIN,
      FRENCH_WORD_NAMES,
      FRENCH_WORD_NAMES_PLAIN,
    ),
    ...WORDY,
  ],
  es: [
    ...lines(
      SPANISH,
      SPANISH_PLAIN,
      SPANISH_VARIED,
      SPANISH_VARIED_PLAIN,
      SPANISH_CUES,
      SPANISH_CUES_PLAIN,
      SPANISH_WORD_NAMES,
      SPANISH_WORD_NAMES_PLAIN,
    ),
    ...WORDY,
  ],
  it: [
    ...lines(
      ITALIAN,
      ITALIAN_PLAIN,
      ITALIAN_VARIED,
      ITALIAN_VARIED_PLAIN,
      ITALIAN_CUES,
      ITALIAN_WORD_NAMES,
      ITALIAN_WORD_NAMES_PLAIN,
    ),
    ...WORDY,
  ],
  nl: [
    ...lines(
      DUTCH,
      DUTCH_PLAIN,
      DUTCH_VARIED,
      DUTCH_VARIED_PLAIN,
      DUTCH_CUES,
      DUTCH_WORD_NAMES,
      DUTCH_WORD_NAMES_PLAIN,
    ),
    ...WORDY,
  ],
  others: lines(OTHERS, OTHERS_PLAIN),
};
