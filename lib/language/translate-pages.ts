/** The words of the popup and of the options page; kept apart so that governed pages do not load them. */
import { pages as de } from './de/pages.ts';
import { pages as en, type PageMessages } from './en/pages.ts';
import { pages as es } from './es/pages.ts';
import { pages as fr } from './fr/pages.ts';
import type { Language } from './language.ts';

const TABLE: Record<Language, PageMessages> = { en, de, fr, es };

export function translatePages(language: Language): PageMessages {
  return TABLE[language];
}
