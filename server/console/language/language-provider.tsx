/**
 * Which language is spoken: the account's, else what was chosen in this browser, else the first of the browser's that we
 * speak. Another one is fetched first and then taken up where the page stands, so nothing that was typed is lost; only
 * for somebody who has just come in the page waits for it, so that nothing is seen in a language that is not theirs.
 */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LANGUAGES, type Language, pickLanguage } from '../../../lib/language/language.ts';
import { sessionQuery } from '../data/queries.ts';
import { formatsOf } from './formats.ts';
import { LanguageContext, type Spoken } from './language-context.ts';
import { loadWords } from './words.ts';

const KEY = 'sluice-language';

/** Before anybody is known. */
export function languageOfBrowser(): Language {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.find((language) => language === kept) ?? pickLanguage(navigator.languages);
}

export async function speak(language: Language): Promise<Spoken> {
  return { language, words: await loadWords(language), formats: formatsOf(language) };
}

export function LanguageProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const [spoken, setSpoken] = useState(first);
  const [chosen, setChosen] = useState(first.language);
  const [chosenHere, setChosenHere] = useState<Language | null>(null);
  const [failed, setFailed] = useState<Language | null>(null);
  const settledFor = useRef<string | null>(null);

  const wanted = session?.language ?? chosen;
  useEffect(() => {
    if (wanted === spoken.language) return;
    let isOver = false;
    speak(wanted).then(
      (next) => isOver || setSpoken(next),
      () => isOver || setFailed(wanted),
    );
    return () => {
      isOver = true;
    };
  }, [wanted, spoken.language]);
  useLayoutEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  // Whoever signs out goes on in their language, and the next one does not choose for them.
  useEffect(() => {
    if (!session) return;
    setChosenHere(null);
    if (session.language === null) return;
    setChosen(session.language);
    localStorage.setItem(KEY, session.language);
  }, [session]);

  const choose = (language: Language) => {
    localStorage.setItem(KEY, language);
    setChosen(language);
    setChosenHere(language);
  };
  const who = session?.user ?? '';
  if (wanted === spoken.language || wanted === failed) settledFor.current = who;
  return (
    <LanguageContext value={{ ...spoken, chosenHere, choose }}>
      {settledFor.current === who ? children : null}
    </LanguageContext>
  );
}
