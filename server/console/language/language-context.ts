/** The words and formats of the language that is spoken, for every component. */
import { createContext, use } from 'react';
import type { Language } from '../../../lib/language/language.ts';
import type { Formats } from './formats.ts';
import type { Words } from './words.ts';

export interface Spoken {
  language: Language;
  words: Words;
  formats: Formats;
}

interface Speaking extends Spoken {
  /** What was chosen on the sign-in page since it was last shown, null for nothing. */
  chosenHere: Language | null;
  /** Speak it as long as nobody is signed in who has chosen another. */
  choose(language: Language): void;
}

export const LanguageContext = createContext<Speaking | null>(null);

export function useLanguage(): Speaking {
  const speaking = use(LanguageContext);
  if (speaking === null) throw new Error('shown without a language');
  return speaking;
}

/** Every sentence of the console, in the language of who reads it. */
export const useText = (): Words => useLanguage().words;
/** Numbers, dates and lengths of time in that language. */
export const useFormats = (): Formats => useLanguage().formats;
