import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand, openInnerJson } from '../../../../lib/sites/codecs/expand.ts';
import { openJson } from '../../../../lib/sites/codecs/json-paths.ts';
import { type Leaf, locator, type Opened } from '../../../../lib/sites/codecs/leaf.ts';

const everywhere = () => true;
const expandJson = <T>(outer: Opened<T>, wanted: (leaf: Leaf) => boolean) =>
  expand(outer, (leaf) => (wanted(leaf) ? openInnerJson(leaf) : null));

describe('JSON in strings', () => {
  it('goes through strings that hold JSON, level by level', () => {
    const inner = JSON.stringify({ deep: JSON.stringify(['text here']) });
    const opened = expandJson(openJson(JSON.stringify([null, inner, 'plain']))!, everywhere);
    expect(opened.leaves.map(({ path, text }) => [locator(path), text])).toEqual([
      ['1.deep.0', 'text here'],
      ['2', 'plain'],
    ]);
  });

  it('writes back through every level', () => {
    const body = JSON.stringify([JSON.stringify({ a: JSON.stringify(['x "y"', 'other']) }), 'x "y"']);
    const opened = expandJson(openJson(body)!, everywhere);
    const written = opened.close(new Map([[opened.leaves[0]!, '[T] "q"\n']]));
    expect(written).toBe(JSON.stringify([JSON.stringify({ a: JSON.stringify(['[T] "q"\n', 'other']) }), 'x "y"']));
  });

  it('only goes where it is asked to', () => {
    const opened = expandJson(openJson('["[\\"a\\"]","[\\"b\\"]"]')!, ({ path }) => path[0] === 1);
    expect(opened.leaves.map(({ text }) => text)).toEqual(['["a"]', 'b']);
  });

  it('leaves strings alone that only look like JSON', () => {
    const opened = expandJson(openJson('["[note to self] buy milk","{}"]')!, everywhere);
    expect(opened.leaves.map(({ text }) => text)).toEqual(['[note to self] buy milk']);
  });

  it('stops after four levels and still shows the text', () => {
    let body = JSON.stringify(['bottom']);
    for (let level = 0; level < 8; level++) body = JSON.stringify([body]);
    const opened = expandJson(openJson(body)!, everywhere);
    expect(opened.leaves).toHaveLength(1);
    expect(opened.leaves[0]!.text).toContain('bottom');
  });

  it('tells of a nested text that is too deep to read', () => {
    const opened = expandJson(openJson(JSON.stringify([`${'['.repeat(200)}${']'.repeat(200)}`]))!, everywhere);
    expect(opened.opaque).toEqual([{ path: [0], reason: 'unknown_shape' }]);
  });

  it('keeps any body byte for byte when nothing is replaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const body = JSON.stringify({ outer: JSON.stringify({ inner: JSON.stringify(value) }) });
        expect(expandJson(openJson(body)!, everywhere).close(new Map())).toBe(body);
      }),
    );
  });
});
