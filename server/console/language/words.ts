/** The console's words, fetched for the language that is spoken and for no other. English sets the shape. */
import type { Language } from '../../../lib/language/language.ts';
import type { words as english } from './en/words.ts';

export type Words = typeof english;

const LOADERS: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./en/words.ts'),
  de: () => import('./de/words.ts'),
  fr: () => import('./fr/words.ts'),
  es: () => import('./es/words.ts'),
};

/** Rejects when the endpoint does not answer. */
export async function loadWords(language: Language): Promise<Words> {
  return (await LOADERS[language]()).words;
}
