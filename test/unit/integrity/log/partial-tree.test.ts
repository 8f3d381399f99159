import { describe, expect, it } from 'vitest';
import { hiddenNodes, type Range, rootOfParts } from '../../../../lib/integrity/log/partial-tree.ts';
import { growTree, type Hash, leafHash, rootOf } from '../../../../lib/integrity/log/tree.ts';
import { toHex } from '../../../../lib/policy/base64.ts';

const SIZE = 37;
const leaves = Array.from({ length: SIZE }, (_, index) => leafHash(Uint8Array.of(index)));
const nodes = new Map<string, Hash>();
const read = async (level: number, index: number) => nodes.get(`${level}/${index}`)!;
for (const { level, index, hash } of await growTree(0, leaves, read)) nodes.set(`${level}/${index}`, hash);

/** The root out of the shown leaves and the nodes for the rest. */
function rootFrom(size: number, shown: readonly Range[], change: (known: Map<string, Hash>) => void = () => {}) {
  const known = new Map<string, Hash>();
  for (const { level, index } of hiddenNodes(size, shown)) {
    known.set(`${level}/${index}`, nodes.get(`${level}/${index}`)!);
  }
  for (const { first, count } of shown) {
    for (let at = first; at < first + count; at++) known.set(`0/${at}`, leaves[at]!);
  }
  change(known);
  return rootOfParts(size, ({ level, index }) => known.get(`${level}/${index}`));
}

describe('a tree of which some entries are shown', () => {
  it('has the root of the whole, whatever is shown', async () => {
    for (let size = 1; size <= SIZE; size++) {
      const root = toHex(await rootOf(size, read));
      const choices: Range[][] = [
        [],
        [{ first: 0, count: size }],
        [{ first: size - 1, count: 1 }],
        [{ first: Math.floor(size / 3), count: Math.ceil(size / 4) }],
        Array.from({ length: Math.ceil(size / 3) }, (_, at) => ({ first: at * 3, count: 1 })),
      ];
      for (const shown of choices) expect(toHex(rootFrom(size, shown)!)).toBe(root);
    }
  });

  it('has few nodes for what is hidden', () => {
    expect(hiddenNodes(1024, [])).toEqual([{ level: 10, index: 0 }]);
    expect(hiddenNodes(1024, [{ first: 500, count: 1 }])).toHaveLength(10);
    expect(hiddenNodes(1024, [{ first: 0, count: 1024 }])).toEqual([]);
  });

  it('has another root when an entry is changed, and none when one is missing', async () => {
    const root = toHex(await rootOf(SIZE, read));
    const shown = [{ first: 5, count: 3 }];
    expect(toHex(rootFrom(SIZE, shown, (known) => known.set('0/6', leaves[0]!))!)).not.toBe(root);
    expect(rootFrom(SIZE, shown, (known) => known.delete('0/6'))).toBeNull();
    expect(rootOfParts(0, () => leaves[0])).toBeNull();
  });
});
