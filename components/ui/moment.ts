import type { Language } from '../../lib/language/language.ts';

/** A moment (ms since the epoch) as people write it, in the browser's time zone. */
export function formatMoment(language: Language, ms: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}
