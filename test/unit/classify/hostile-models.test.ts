import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/classify/fold.ts';
import { readNameModel } from '../../../lib/classify/names/name-model.ts';
import { tagNames } from '../../../lib/classify/names/tag-names.ts';
import { classifyUses } from '../../../lib/classify/uses/classify-uses.ts';
import { readUseWeights } from '../../../lib/classify/uses/use-weights.ts';
import { USE_RULES } from '../../../lib/classify/uses/uses.ts';
import { toWordGroups } from '../../../lib/classify/uses/word-groups.ts';
import { countHashing } from './counted-work.ts';

const MODELS = new URL('../../../public/models/', import.meta.url);
const names = readNameModel(readFileSync(new URL('names.bin', MODELS)))!;
const uses = {
  groups: toWordGroups(USE_RULES),
  weights: readUseWeights(readFileSync(new URL('uses.bin', MODELS)))!,
};

const readNames = (text: string) => {
  tagNames(names, text, fold(text));
};
const readUses = (text: string) => {
  classifyUses(uses, text);
};

function growth(unit: string, look: (text: string) => void, length = 10_000): { small: number; large: number } {
  const textOf = (most: number) => unit.repeat(Math.ceil(most / unit.length)).slice(0, most);
  const [small, large] = [length, 10 * length].map((most) => countHashing(() => look(textOf(most))));
  return { small: small!, large: large! };
}

/** Cues, and what joins names and sentences, said again and again. */
const UNITS = ['John Smith ', 'John', 'Jo-', "O'Ma", 'A. ', 'A.B.', 'Dear ', 'my name is ', 'of the Bank ', 'Anna, ']
  .concat(['bomb ', 'fire him. ', 'hire\n', 'suicide', 'a. ', 'a b c d ', "x'y", 'kündigen ', 'who is it? ', 'é.', '?'])
  .concat(['@', 'a@', 'https://', 'Ab\n\n', '\ud83d\ude00', '\ud800', '中', ' ', '\n', '1', '_a']);

describe('hostile texts for the learned models', () => {
  it.each(UNITS)('%j a hundred thousand units long: ten times the text is at most twelve times the work', (unit) => {
    const slack = 2_000;
    for (const look of [readNames, readUses]) {
      const { small, large } = growth(unit, look);
      expect(large).toBeLessThanOrEqual(small * 12 + slack);
    }
  });

  it('every unit of text is hashed at most some hundred times, whatever stands there', () => {
    for (const unit of UNITS) expect(growth(unit, readNames).large, unit).toBeLessThanOrEqual(100_000 * 200);
    for (const unit of UNITS) expect(growth(unit, readUses).large, unit).toBeLessThanOrEqual(100_000 * 40);
  });

  it('the count tells: work that grows with the square of the text is seen', () => {
    const squared = (text: string) => {
      for (let at = 0; at < text.length; at += 100) readNames(text.slice(0, at));
    };
    const { small, large } = growth('John Smith ', squared, 1_000);
    expect(large).toBeGreaterThan(small * 50);
  });
});
