/** Choosing a language; each is called what its speakers call it. */
import { NativeSelect } from '@mantine/core';
import { LANGUAGES, type Language } from '../../../lib/language/language.ts';
import { useLanguage } from '../language/language-context.ts';

const NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' };

export function LanguageChoice({ hint, choose }: { hint?: string; choose(language: Language): void }) {
  const { language, words } = useLanguage();
  return (
    <NativeSelect
      label={words.text.language.label}
      description={hint}
      maw={360}
      value={language}
      onChange={(event) => choose(event.currentTarget.value as Language)}
      data={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
    />
  );
}
