import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openForm } from '../../../../lib/sites/codecs/form.ts';

const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { maxLength: 8 });

describe('openForm', () => {
  it('decodes plus signs and percent codes', () => {
    expect(openForm('q=Jane+D%C3%B6e%2B1&at=x%3Ay').leaves.map(({ path, text }) => [path[0], text])).toEqual([
      ['q', 'Jane Döe+1'],
      ['at', 'x:y'],
    ]);
  });

  it('keeps the bytes of untouched pairs, however odd', () => {
    const body = '?a=1&&b=%zz&c&=d&q=Jane%20Doe&%20=+';
    const opened = openForm(body);
    expect(opened.close(new Map())).toBe(body);
    const prompt = opened.leaves.find(({ text }) => text === 'Jane Doe')!;
    expect(opened.close(new Map([[prompt, 'x & y=z']]))).toBe('?a=1&&b=%zz&c&=d&q=x+%26+y%3Dz&%20=+');
  });

  it('gives names that stand alone', () => {
    expect(openForm('Jane&a=1').leaves.map(({ text }) => text)).toEqual(['Jane', '', '1']);
  });

  it('gives names that hold more than a name, and replaces them', () => {
    const opened = openForm('jane%40example.com=1');
    const name = opened.leaves.find(({ key }) => key)!;
    expect(name.text).toBe('jane@example.com');
    expect(opened.close(new Map([[name, '[T]']]))).toBe('%5BT%5D=1');
  });

  it('reads what the platform reads, for any form', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const text = new URLSearchParams(list).toString();
        const values = openForm(text)
          .leaves.filter(({ key }) => !key)
          .map((leaf) => leaf.text);
        expect(values.filter(Boolean)).toEqual([...new URLSearchParams(text).values()].filter(Boolean));
      }),
    );
  });

  it('writes what the platform reads back, for any replacement', () => {
    fc.assert(
      fc.property(pairs, fc.string({ unit: 'grapheme' }), (list, replacement) => {
        const opened = openForm(new URLSearchParams([...list, ['target', 'T']]).toString());
        const target = opened.leaves.findLast(({ text }) => text === 'T')!;
        const written = new URLSearchParams(opened.close(new Map([[target, replacement]])));
        expect([...written.values()].at(-1)).toBe(replacement);
        expect([...written.values()].slice(0, -1)).toEqual(list.map(([, value]) => value));
      }),
    );
  });
});
