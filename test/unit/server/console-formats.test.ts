import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/language/language.ts';
import { formatsOf } from '../../../server/console/language/formats.ts';

const NOON = Date.UTC(2026, 6, 14, 12, 0, 5);
const DAY_MS = 86_400_000;
/** Spaces that do not break look like those that do. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formats of the console', () => {
  const of = <T>(read: (formats: ReturnType<typeof formatsOf>) => T) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, read(formatsOf(language))]));

  it('write numbers, shares and bytes as people of the language do', () => {
    expect(of(({ number }) => plain(number(1_234_567)))).toEqual({
      en: '1,234,567',
      de: '1.234.567',
      fr: '1 234 567',
      es: '1.234.567',
    });
    expect(of(({ percent }) => plain(percent(985)))).toEqual({ en: '98.5%', de: '98,5 %', fr: '98,5 %', es: '98,5 %' });
    expect(of(({ bytes }) => plain(bytes(12_345)))).toEqual({
      en: '12,345 bytes',
      de: '12.345 Byte',
      fr: '12 345 octets',
      es: '12.345 bytes',
    });
  });

  it('count in the forms of the language', () => {
    const counts = of(({ count }) => [0, 1, 2].map((n) => count(n, '# one', '# other')));
    expect(counts).toMatchObject({ en: ['0 other', '1 one', '2 other'], fr: ['0 one', '1 one', '2 other'] });
  });

  it('tell lengths of time in their largest unit', () => {
    expect(of(({ length }) => plain(length(3 * DAY_MS + 5)))).toEqual({
      en: '3 days',
      de: '3 Tage',
      fr: '3 jours',
      es: '3 días',
    });
    expect(formatsOf('de').length(61_000)).toBe('1 Minute');
    expect(plain(formatsOf('fr').length(10))).toBe('0 seconde');
  });

  it('leave out the year where it is this one, and name it where it is another', () => {
    expect(of(({ moment }) => /2026/.test(moment(NOON, NOON)))).toEqual({ en: false, de: false, fr: false, es: false });
    expect(
      of(({ moment }) =>
        moment(NOON, NOON + 400 * DAY_MS)
          .split(' ')
          .slice(0, 3)
          .join(' '),
      ),
    ).toEqual({
      en: '14 Jul 2026,',
      de: '14. Juli 2026,',
      fr: '14 juil. 2026,',
      es: '14 jul 2026,',
    });
  });
});
