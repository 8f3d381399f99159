import { describe, expect, it } from 'vitest';
import { PathSet, PathTable } from '../../../lib/sites/path-table.ts';

describe('PathSet', () => {
  it.each([
    ['a/b', ['a', 'b'], true],
    ['a/b', ['a'], false],
    ['a/b', ['a', 'b', 'c'], false],
    ['a/*/c', ['a', 0, 'c'], true],
    ['a/*/c', ['a', 'c'], false],
    ['a/**', ['a'], true],
    ['a/**', ['a', 1, 'x'], true],
    ['**', [], true],
    ['a/x|y', ['a', 'y'], true],
    ['a/x|y', ['a', 'z'], false],
    ['2/15/4', [2, '15[3]', 4], true],
    ['2/15/4', [2, '15[x]', 4], false],
    ['a', ['a[1]'], false],
  ])('%s and %j: %s', (pattern, path, expected) => expect(new PathSet(pattern).has(path)).toBe(expected));

  it('of no patterns has nothing', () => expect(new PathSet().has([])).toBe(false));
});

describe('PathTable', () => {
  it('gives the value of the first pattern that matches', () => {
    const table = new PathTable([
      ['a/special', 1],
      ['a/*', 2],
      ['a/**', 3],
      ['a/special', 4],
    ]);
    expect([['a', 'special'], ['a', 'x'], ['a', 'x', 'y'], ['b']].map((path) => table.get(path))).toEqual([
      1,
      2,
      3,
      undefined,
    ]);
  });

  it('lets an earlier wide pattern win over a later narrow one', () => {
    expect(
      new PathTable([
        ['**', 1],
        ['a', 2],
      ] as const).get(['a']),
    ).toBe(1);
  });
});
