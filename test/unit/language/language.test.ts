import { describe, expect, it } from 'vitest';
import { counting, LANGUAGES, pickLanguage } from '../../../lib/language/language.ts';
import { countOfType, nameOfClass, nameOfType } from '../../../lib/language/name-data.ts';
import { translate } from '../../../lib/language/translate.ts';
import { translatePages } from '../../../lib/language/translate-pages.ts';

describe('pickLanguage', () => {
  it('takes the first language we speak, whatever the region', () => {
    expect(pickLanguage(['pt-BR', 'de-AT', 'fr'])).toBe('de');
    expect(pickLanguage(['ES_mx'])).toBe('es');
    expect(pickLanguage([null, undefined, 'fr-CA'])).toBe('fr');
  });

  it('falls back to English', () => {
    expect(pickLanguage([])).toBe('en');
    expect(pickLanguage(['zh', '', 'deu', 'enx'])).toBe('en');
  });
});

describe('counting', () => {
  it('follows the plural rules and number style of the language', () => {
    expect(counting('en')(1, '# value', '# values')).toBe('1 value');
    expect(counting('en')(0, '# value', '# values')).toBe('0 values');
    expect(counting('fr')(0, '# valeur', '# valeurs')).toBe('0 valeur');
    expect(counting('de')(12345, '# Wert', '# Werte')).toBe('12.345 Werte');
    expect(counting('fr')(1_000_000, '# un', '# plusieurs')).toMatch(/plusieurs$/);
  });
});

describe('names of data', () => {
  it('are plain words in every language', () => {
    expect(countOfType('en', 'CREDIT_CARD', 'PCI', 3)).toBe('3 card numbers');
    expect(countOfType('de', 'CREDIT_CARD', 'PCI', 1)).toBe('1 Kreditkartennummer');
    expect(nameOfType('fr', 'IBAN_CODE', 'PII')).toBe('numéro de compte (IBAN)');
    expect(nameOfClass('es', 'PHI')).toBe('datos de salud');
  });

  it('of an unknown type say what kind of data it is', () => {
    expect(countOfType('en', 'QZ_NUMBER', 'PII', 2)).toBe('2 × personal data (QZ NUMBER)');
    expect(nameOfType('de', 'QZ_NUMBER', 'PII')).toBe('personenbezogene Daten (QZ NUMBER)');
  });

  it.each(['constructor', '__proto__', 'toString'])('of a type called %s are not taken from the object', (type) => {
    expect(nameOfType('en', type, type)).toBe(`${type} (${type.replaceAll('_', ' ')})`);
  });
});

/** Every sentence of a table, with functions called once, by its path. */
function sentences(table: unknown, path = ''): [string, string][] {
  if (typeof table === 'string') return [[path, table]];
  if (typeof table === 'function') return [[path, table('3', '3', '3')]];
  return Object.entries(table as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

describe.each([
  ['dialogue', translate],
  ['pages', translatePages],
] as const)('the %s messages', (_, messagesOf) => {
  it('say something everywhere and leave no placeholder open', () => {
    for (const language of LANGUAGES) {
      const bad = sentences(messagesOf(language)).filter(
        ([, text]) => text.trim() === '' || /#|undefined|NaN/.test(text),
      );
      expect(bad).toEqual([]);
    }
  });

  it('are translated: only names and numbers are the same as in English', () => {
    const english = new Map(sentences(messagesOf('en')));
    for (const language of LANGUAGES.filter((each) => each !== 'en')) {
      const same = sentences(messagesOf(language)).filter(
        ([path, text]) => text.length > 12 && english.get(path) === text,
      );
      expect(same).toEqual([]);
    }
  });

  it('use what they are given', () => {
    for (const language of LANGUAGES) {
      expect(translate(language).title.block('ChatGPT')).toContain('ChatGPT');
      expect(translate(language).owner('Maria Keller')).toContain('Maria Keller');
      expect(translate(language).previewCut(2500)).toMatch(/2.?500/);
    }
  });
});
