import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/classify/classify.ts';
import { HOSTILE } from '../../../tools/bench/text/hostile-text.ts';
import { mixedText } from '../../../tools/bench/text/mixed-text.ts';

describe('mixedText', () => {
  it('is the same for the same seed and another for another', () => {
    expect(mixedText(5_000, 7)).toBe(mixedText(5_000, 7));
    expect(mixedText(5_000, 7)).not.toBe(mixedText(5_000, 8));
  });

  it('has the length asked for, and begins like the shorter one', () => {
    const long = mixedText(20_000);
    expect(long).toHaveLength(20_000);
    expect(mixedText(0)).toBe('');
    expect(long.startsWith(mixedText(1_234))).toBe(true);
  });

  it('fills every slot', () => {
    expect(mixedText(200_000)).not.toMatch(/\{\w+\}/);
  });

  it('has prose, chat and code in it, and a few values to find', () => {
    const text = mixedText(50_000);
    expect(text).toMatch(/\n(def|export function|SELECT) /);
    expect(text).toMatch(/\n[A-Z]\p{L}+: /u);
    const types = new Set(classify(text).map(({ type }) => type));
    expect([...types]).toEqual(expect.arrayContaining(['EMAIL_ADDRESS', 'PHONE_NUMBER', 'IBAN_CODE']));
  });

  it('does not say the same thing over and over', () => {
    const paragraphs = mixedText(50_000).split('\n\n');
    expect(new Set(paragraphs).size).toBeGreaterThan(0.95 * paragraphs.length);
  });
});

describe('hostile texts', () => {
  it.each(HOSTILE.map(({ name, make }) => [name, make] as const))(
    '%s: as long as asked, and always the same',
    (_, make) => {
      expect(make(1_001)).toHaveLength(1_001);
      expect(make(1_001)).toBe(make(1_001));
    },
  );

  it('have different names', () => {
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
  });
});
