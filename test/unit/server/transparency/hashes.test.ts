import { expect, it } from 'vitest';
import { leafHash, nodeHash } from '../../../../lib/integrity/log/tree.ts';
import { leafOf, nodeOf } from '../../../../server/transparency/hashes.ts';

it('the machine hashes entries and nodes as every verifier does', () => {
  for (const text of ['', 'an entry', 'ü'.repeat(1_000)]) {
    const entry = new TextEncoder().encode(text);
    expect(leafOf(entry)).toEqual(leafHash(entry));
    const [left, right] = [leafHash(entry), nodeHash(leafHash(entry), leafHash(entry))];
    expect(nodeOf(left, right)).toEqual(nodeHash(left, right));
    expect(nodeOf(left, right)).not.toEqual(nodeOf(right, left));
  }
});
