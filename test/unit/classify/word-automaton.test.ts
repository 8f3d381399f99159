import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordAutomaton } from '../../../lib/classify/word-automaton.ts';

function found(words: readonly string[], text: string): string[] {
  const hits: string[] = [];
  new WordAutomaton(words).search(text, (word, end) => hits.push(`${end - words[word]!.length} ${words[word]}`));
  return hits.sort();
}

/** The same, word by word. */
function expected(words: readonly string[], text: string): string[] {
  return words
    .flatMap((word) =>
      [...Array(text.length).keys()].filter((at) => text.startsWith(word, at)).map((at) => `${at} ${word}`),
    )
    .sort();
}

describe('WordAutomaton', () => {
  it('finds words inside one another and overlapping', () => {
    expect(found(['he', 'she', 'his', 'hers'], 'ushers')).toEqual(['1 she', '2 he', '2 hers']);
    expect(found([], 'text')).toEqual([]);
  });

  it('finds what a search for each word finds', () => {
    const letters = fc.constantFrom('a', 'b', 'é', '电', ' ', '\ud83d');
    const text = (maxLength: number) => fc.array(letters, { minLength: 1, maxLength }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(text(5), { maxLength: 12 }), text(40), (words, given) => {
        expect(found(words, given)).toEqual(expected(words, given));
      }),
      { numRuns: 500 },
    );
  });
});
