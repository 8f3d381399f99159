import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../lib/prompt/normalise.ts';

describe('normalise', () => {
  it('returns ASCII text itself', () => {
    const text = 'plain\u0000 text 4111';
    expect(normalise(text)).toMatchObject({ text, identity: true });
    expect(normalise(text).toOriginal(2, 4)).toEqual({ start: 2, end: 4 });
  });

  it.each([
    ['full-width digits and signs', '４１１１＠', '4111@'],
    ['Arabic-Indic, Persian, Devanagari digits', '٤١ ۴۱ ४१', '41 41 41'],
    ['mathematical digits', '𝟒𝟏', '41'],
    ['zero-width and soft hyphen', '41\u200b11\u00ad22\ufeff', '411122'],
    ['bidirectional controls', '\u202e41\u202c', '41'],
    ['dash variants', '1‐2‑3–4—5−6', '1-2-3-4-5-6'],
    ['space variants', '1\u00a02\u20093\u30004', '1 2 3 4'],
    ['curly quotes', '“it’s”', '"it\'s"'],
    ['ligature and circled digit', 'ﬁ①', 'fi1'],
    ['line separators', 'a\u2028b\u0085c', 'a\nb\nc'],
    ['decomposed letters', 'Jose\u0301', 'José'],
    ['struck-through digits', '4\u03361\u0336', '41'],
    ['lone surrogates and NUL', '\ud800é\u0000\udc00', '\ud800é\u0000\udc00'],
  ])('%s', (_name, given, wanted) => {
    expect(normalise(given).text).toBe(wanted);
  });

  it('maps spans back over removed, joined and expanded characters', () => {
    const given = 'x 4\u200b1１ ﬁ e\u0301 😀.';
    const made = normalise(given);
    const original = (needle: string) => {
      const at = made.text.indexOf(needle);
      const { start, end } = made.toOriginal(at, at + needle.length);
      return given.slice(start, end);
    };
    expect(original('411')).toBe('4\u200b1１');
    expect(original('fi')).toBe('ﬁ');
    expect(original('i')).toBe('ﬁ');
    expect(original('é')).toBe('e\u0301');
    expect(original('😀')).toBe('😀');
    expect(original('\ude00')).toBe('😀');
  });

  it('maps every span into the text, in order and without cutting a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const made = normalise(text);
        if (made.text.length === 0) return;
        const start = a % made.text.length;
        const end = start + 1 + (b % (made.text.length - start));
        const span = made.toOriginal(start, end);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.end).toBeGreaterThan(span.start);
        const piece = text.slice(span.start, span.end);
        if (text.isWellFormed()) expect(piece.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
