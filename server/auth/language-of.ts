import type { Context } from 'hono';
import { type Language, pickLanguage } from '../../lib/language/language.ts';

/** What a browser prefers to read, of what we speak: for pages that nobody is signed in to. */
export function languageOf(c: Context): Language {
  return pickLanguage((c.req.header('accept-language') ?? '').split(',').map((tag) => tag.split(';')[0]!.trim()));
}
