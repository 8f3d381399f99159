import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCanonical, toCanonical } from '../../../lib/records/canonical.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

describe('toCanonical', () => {
  it.each([
    ['NaN', { a: Number.NaN }, 'unsafe_number'],
    ['infinity', { a: Number.POSITIVE_INFINITY }, 'unsafe_number'],
    ['a fraction', { a: 0.5 }, 'unsafe_number'],
    ['2^53', { a: 2 ** 53 }, 'unsafe_number'],
    ['-2^53', { a: -(2 ** 53) }, 'unsafe_number'],
    ['a lone surrogate', { a: 'x\ud800' }, 'lone_surrogate'],
    ['a lone surrogate in a key', { '\udc00': 1 }, 'lone_surrogate'],
    ['an absent value', { a: undefined }, 'absent_value'],
    ['nothing', undefined, 'absent_value'],
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    ['a hole', [1, , 2], 'absent_value'],
    ['a big integer', { a: 1n }, 'unsupported_type'],
    ['a date', { a: new Date(0) }, 'unsupported_type'],
    ['a map', { a: new Map() }, 'unsupported_type'],
    ['toJSON', { toJSON: () => 'other' }, 'unsupported_type'],
    ['deep nesting', nested(17), 'too_deep'],
  ])('refuses %s', (_, value, code) => {
    expect(toCanonical(value)).toEqual({ ok: false, code });
  });

  it('sorts keys by UTF-16 code units and keeps 2^53 - 1', () => {
    const result = toCanonical({ '€': 1, '\u{1f600}': 2, b: [9007199254740991, true], a: '\u0007é' });
    expect(result.ok && result.text).toBe('{"a":"\\u0007é","b":[9007199254740991,true],"€":1,"😀":2}');
  });

  it('gives the same bytes whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(toCanonical(reversed)).toEqual(toCanonical(value));
      }),
    );
  });
});

describe('parseCanonical', () => {
  it.each([
    ['a doubled key', '{"a":1,"a":2}', 'not_canonical'],
    ['a space', '{"a": 1}', 'not_canonical'],
    ['another order', '{"b":1,"a":2}', 'not_canonical'],
    ['another spelling of a number', '{"a":1.0}', 'not_canonical'],
    ['an escape that needs none', '{"a":"\\u0041"}', 'not_canonical'],
    ['digits that are lost', '{"a":9007199254740993}', 'unsafe_number'],
    ['an escaped lone surrogate', '{"a":"\\ud800"}', 'lone_surrogate'],
    ['a cut text', '{"a":', 'not_json'],
  ])('refuses %s', (_, text, code) => {
    expect(parseCanonical(text)).toEqual({ ok: false, code });
  });

  it('reads what toCanonical wrote', () => {
    const value = { list: [1, 'two', false], text: 'é😀\n' };
    const written = toCanonical(value);
    expect(written.ok && parseCanonical(written.text)).toEqual({ ok: true, value });
  });
});
