import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/classify/classify.ts';
import { newMeter } from '../../../lib/classify/scan.ts';

/** Put together here, so that no scanner takes this file for a leak. */
const TOKENS = {
  'a JSON web token': [
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
    'eyJzdWIiOiI4ODIxIiwibmFtZSI6Ikx1Y3kiLCJpYXQiOjE3MTYyMzkwMjJ9',
    'q8Zr3vTn0bXkYw5sLmC7dEfGh1iJpUoA2tNxR9yK4Vs',
  ].join('.'),
  'a token with a short prefix': ['hf', 'QwErTyUiOpAsDfGhJkLzXcVbNmQwErTyUi'].join('_'),
  'a token with a long prefix': ['ghp', 'R3kQ8vTz1LmN5xWc7YpA2sDf9GhJ4kB0eUiO'].join('_'),
};
const BREAKS = {
  'a line break': '\n',
  'a line break of Windows': '\r\n',
  'a quoted mail': '\n> ',
  'an indented block': '\n    ',
  'a shell': ' \\\n  ',
};

describe('a token that is broken over lines', () => {
  for (const [name, token] of Object.entries(TOKENS)) {
    it.each(Object.entries(BREAKS))(`${name}, by %s`, (_, lineBreak) => {
      const broken = token.match(/.{1,20}/g)!.join(lineBreak);
      const text = `look at this log\n\n${broken}\n\nand tell me what is wrong`;
      const found = classify(text).filter(({ evidence }) => evidence.includes('joined:lines'));
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([broken]);
    });
  }

  it('is looked for only where one begins: words that look like a beginning cost nothing', () => {
    const work = (line: string) => {
      const meter = newMeter();
      classify(`${line}\n`.repeat(100), { meter });
      return meter.decoded;
    };
    expect(work('see attached: the skip list of path names we asked for')).toBe(0);
    expect(work(`${TOKENS['a token with a short prefix'].slice(0, 20)}\nand more`)).toBeGreaterThan(0);
  });
});
