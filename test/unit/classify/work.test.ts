import { describe, expect, it } from 'vitest';
import { mixedText } from '../../../tools/bench/text/mixed-text.ts';
import { openClassifier } from '../../../tools/open-classifier.ts';
import { countWork } from './counted-work.ts';

const classifier = await openClassifier();

/** How many units patterns read for each unit of a text, all detectors and readings together. */
function readPerUnit(text: string): number {
  const prompt = { parts: [{ role: 'user' as const, kind: 'text' as const, text }] };
  return countWork(() => void classifier.classifyPrompt(prompt)) / text.length;
}

/** What patterns read of a text, counted and not timed: a pattern that begins to run over everything is seen. */
describe('work of all detectors together', () => {
  // Tables that are made with the first text are no part of it.
  classifier.classify(mixedText(2_000));

  it.each([1, 2, 3])('mixed text %i: some sixty patterns may read all of it, whatever its length', (seed) => {
    const short = readPerUnit(mixedText(10_000, seed));
    expect(short).toBeLessThan(70);
    expect(readPerUnit(mixedText(50_000, seed))).toBeLessThan(short * 1.2);
  });

  it.each(['PESEL 1 ', 'SSN 1 (', 'geb. 1 ', '4111 ', 'ИНН: 2263880920 ', 'ΑΦΜ: EL 868077647 ', 'DIČ: 43834434 '])(
    'labelled numbers %j: in proportion to the text',
    (unit) => {
      const textOf = (length: number) => unit.repeat(Math.ceil(length / unit.length));
      const short = readPerUnit(textOf(5_000));
      expect(short).toBeLessThan(150);
      expect(readPerUnit(textOf(25_000))).toBeLessThan(short * 1.2);
    },
  );

  it('text without digits, dots and long words costs a fraction of that', () => {
    const prose = 'The quick brown fox jumps over the lazy dog and nobody minds what it does there. '.repeat(100);
    expect(readPerUnit(prose.replaceAll('.', ','))).toBeLessThan(20);
  });
});
