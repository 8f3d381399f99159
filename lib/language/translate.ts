/** The words of the decision dialogue and the notices: all that is bundled into governed pages. */
import { dialogue as de } from './de/dialogue.ts';
import { type DialogueMessages, dialogue as en } from './en/dialogue.ts';
import { dialogue as es } from './es/dialogue.ts';
import { dialogue as fr } from './fr/dialogue.ts';
import type { Language } from './language.ts';

const TABLE: Record<Language, DialogueMessages> = { en, de, fr, es };

export function translate(language: Language): DialogueMessages {
  return TABLE[language];
}
