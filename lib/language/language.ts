/**
 * The languages of everything people read. One folder per language; English sets the shape and the others must fit it
 * to compile. A further language is a copy of `en/`, one entry in `LANGUAGES` and one line in each table that lists them.
 */

export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The first preferred language we speak, else English.
 * `preferred`: BCP 47 tags, best first (`de-AT` gives `de`); null and unknown tags are passed over.
 */
export function pickLanguage(preferred: readonly (string | null | undefined)[]): Language {
  for (const tag of preferred) {
    const primary = tag?.toLowerCase().split(/[-_]/)[0];
    const known = LANGUAGES.find((language) => language === primary);
    if (known) return known;
  }
  return 'en';
}

/** Builds sentences that depend on a number: `#` in a form stands for the number as the language writes it. */
export type Count = (n: number, one: string, other: string) => string;

export function counting(language: Language): Count {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (n, one, other) => (rules.select(n) === 'one' ? one : other).replace('#', numbers.format(n));
}
