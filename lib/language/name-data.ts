/** Entity types and data classes in plain words. */
import { dataNames as de } from './de/data-names.ts';
import { type DataNames, dataNames as en } from './en/data-names.ts';
import { dataNames as es } from './es/data-names.ts';
import { dataNames as fr } from './fr/data-names.ts';
import { counting, type Language } from './language.ts';

const TABLE: Record<Language, DataNames> = { en, de, fr, es };

/** A data class in plain words; a class we have no word for keeps its code. */
export function nameOfClass(language: Language, dataClass: string): string {
  return lookUp(TABLE[language].classes, dataClass) ?? dataClass;
}

/**
 * How many of an entity type, in plain words: `3 card numbers`. A type without a word of its own is named by its class
 * with the type beside it (`2 × personal data (PL PESEL)`), so that a new detector never shows a raw code alone.
 */
export function countOfType(language: Language, type: string, dataClass: string, count: number): string {
  const forms = lookUp(TABLE[language].types, type);
  if (forms) return counting(language)(count, `# ${forms[0]}`, `# ${forms[1]}`);
  return counting(language)(
    count,
    `# × ${fallback(language, type, dataClass)}`,
    `# × ${fallback(language, type, dataClass)}`,
  );
}

/** One entity type in plain words, without a number. */
export function nameOfType(language: Language, type: string, dataClass: string): string {
  return lookUp(TABLE[language].types, type)?.[0] ?? fallback(language, type, dataClass);
}

function fallback(language: Language, type: string, dataClass: string): string {
  return `${nameOfClass(language, dataClass)} (${type.replaceAll('_', ' ')})`;
}

/** Types and classes may come from a policy, so `constructor` and its like must not find anything. */
function lookUp<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
