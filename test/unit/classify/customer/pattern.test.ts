import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../lib/classify/customer/pattern-search.ts';
import { PatternError } from '../../../../lib/classify/customer/pattern-syntax.ts';

const found = (pattern: string, text: string, ignoreCase = false) =>
  compilePattern(pattern, ignoreCase)
    .search(text)
    .map(({ start, end }) => text.slice(start, end));

describe('patterns', () => {
  it.each([
    ['EMP-[0-9]{6}', 'ids EMP-123456, EMP-12345 and EMP-654321', ['EMP-123456', 'EMP-654321']],
    ['\\b[A-Z]{2}\\d{4,6}\\b', 'AB1234 xAB1234 CD123456 EF1234567', ['AB1234', 'CD123456']],
    ['(?:foo|foobar)x?', 'foobarx foo', ['foobarx', 'foo']],
    ['^key: \\S+$', 'key: abc\nno key: def\nkey: ghi', ['key: abc', 'key: ghi']],
    ['a.c', 'abc a\nc a.c', ['abc', 'a.c']],
    ['[^0-9 ]+', '12 ab 3', ['ab']],
    ['[a\\-z\\]]+', 'x-a]z', ['-a]z']],
    ['\\x41\\u0042', 'AB', ['AB']],
    ['(ab)+', 'abababx', ['ababab']],
    ['ä{2}', 'ääö', ['ää']],
  ])('%s', (pattern, text, wanted) => {
    expect(found(pattern, text)).toEqual(wanted);
  });

  it('leaves letter case aside where it is told to', () => {
    expect(found('emp-[a-f]+', 'EMP-ABC', true)).toEqual(['EMP-ABC']);
    expect(found('emp-[a-f]+', 'EMP-ABC')).toEqual([]);
  });

  it.each([
    ['(abc', 'not closed', 0],
    ['abc)', 'closing bracket', 3],
    ['a(?=b)', 'looks ahead', 2],
    ['a**', 'quantifier behind', 2],
    ['*a', 'nothing in front', 0],
    ['[z-a]', 'backwards', 4],
    ['a{3,2}', 'backwards', 1],
    ['a{1000}', 'more than', 1],
    ['\\p{L}', 'not known', 0],
    ['(\\w{200}){10}', 'too large', 13],
    ['a?', 'empty text', 0],
    ['x'.repeat(401), 'longer', 400],
  ])('%s is refused with its place', (pattern, message, at) => {
    try {
      compilePattern(pattern);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PatternError);
      expect((error as PatternError).message).toContain(message);
      expect((error as PatternError).at).toBe(at);
    }
  });

  it('finds something exactly where the expressions of the language do', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '\\d', '(?:a|bc)', '\\b', '(?:ab)');
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '?', '+', '*', '{1,2}'))
      .map(([first, times]) => (first === '\\b' ? first : first + times));
    const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((all) => `a${all.join('')}`);
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '\n'), maxLength: 20 });
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const first = compilePattern(source).search(given)[0]?.start ?? -1;
        expect(first).toBe(given.search(new RegExp(source, 'm')));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes steps in proportion to a hostile text', () => {
    const { search } = compilePattern('(?:a|aa|a*b)*c');
    expect(search('a'.repeat(200_000))).toEqual([]);
  });
});
