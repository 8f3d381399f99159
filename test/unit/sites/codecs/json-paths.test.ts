import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJson } from '../../../../lib/sites/codecs/json-paths.ts';
import { type Leaf, locator } from '../../../../lib/sites/codecs/leaf.ts';

function places(text: string): Record<string, string> {
  return Object.fromEntries(openJson(text)!.leaves.map((leaf) => [locator(leaf.path, leaf.key), leaf.text]));
}

function replaceAt(text: string, place: string, replacement: string): string {
  const opened = openJson(text)!;
  const leaf = opened.leaves.find(({ path, key }) => locator(path, key) === place)!;
  return opened.close(new Map([[leaf, replacement]]));
}

describe('openJson', () => {
  it('gives every string with its path', () => {
    expect(places('{"a": ["x", {"b": "y"}, 1, null, "z"], "c": {"d": [["w"]]}}')).toEqual({
      'a.0': 'x',
      'a.1.b': 'y',
      'a.4': 'z',
      'c.d.0.0': 'w',
    });
  });

  it('reads a string, a number or nothing at the root', () => {
    expect(places('"only"')).toEqual({ body: 'only' });
    expect(places('17')).toEqual({});
    expect(places(' [] ')).toEqual({});
  });

  it('gives keys that hold more than a name', () => {
    expect(places('{"jane@example.com": {"plain_key": true}}')).toEqual({ 'jane@example.com~key': 'jane@example.com' });
  });

  it('changes one literal and no other byte', () => {
    const source = '{ "big" : 12345678901234567890,\n\t"n":1.0e+02, "dup":"a" ,"dup":"b","t":"\\u00e9\\/x" }';
    expect(replaceAt(source, 't', 'new "quoted"\n')).toBe(source.replace('"\\u00e9\\/x"', '"new \\"quoted\\"\\n"'));
  });

  it('sees both values of a duplicate key', () => {
    expect(openJson('{"dup":"a","dup":"b"}')!.leaves.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('replaces keys', () => {
    expect(replaceAt('{"a b": 1, "c": "a b"}', 'a b~key', 'x y')).toBe('{"x y": 1, "c": "a b"}');
  });

  it('keeps a byte order mark', () => {
    expect(replaceAt('\ufeff{"a":"b"}', 'a', 'c')).toBe('\ufeff{"a":"c"}');
  });

  it('keeps lone surrogates and NULs in text', () => {
    expect(places('{"a":"\\ud800 \\u0000 x"}')).toEqual({ a: '\ud800 \u0000 x' });
    expect(JSON.parse(replaceAt('{"a":"x"}', 'a', '\udc00\u0000'))).toEqual({ a: '\udc00\u0000' });
  });

  it.each(['', '{', '{"a":}', "{'a':1}", '{"a":1}x', '// c\n{}', '[1,]', 'undefined', '\ufeff\ufeff{}'])(
    'takes %j for no JSON',
    (text) => expect(openJson(text)).toBeNull(),
  );

  it('leaves a body unread that nests deeper than any app goes', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}"x"${']'.repeat(levels)}`;
    expect(openJson(deep(100))!.leaves).toHaveLength(1);
    expect(openJson(deep(101))).toMatchObject({ leaves: [], opaque: [{ reason: 'unknown_shape' }] });
    expect(openJson(deep(100_000))).toMatchObject({ leaves: [], opaque: [{ reason: 'unknown_shape' }] });
  });
});

describe('openJson, any JSON', () => {
  it('finds all strings and gives the text back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const opened = openJson(text)!;
        const found = opened.leaves.filter(({ key }) => !key).map((leaf) => leaf.text);
        expect(found).toEqual(stringsIn(value));
        expect(opened.close(new Map())).toBe(text);
      }),
    );
  });

  it('changes all chosen strings and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string({ unit: 'binary' }), (value, replacement) => {
        const opened = openJson(JSON.stringify(value))!;
        const values = opened.leaves.filter(({ key, number }) => !key && !number);
        const written = opened.close(new Map(values.map((leaf): [Leaf, string] => [leaf, replacement])));
        expect(JSON.parse(written)).toEqual(mapStrings(JSON.parse(JSON.stringify(value)), replacement));
      }),
    );
  });
});

type Json = fc.JsonValue;

function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((item) => stringsIn(item as Json));
}

function mapStrings(value: unknown, replacement: string): unknown {
  if (typeof value === 'string') return replacement;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, replacement));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, replacement)]));
}
