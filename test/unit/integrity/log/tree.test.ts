import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyConsistency, verifyInclusion } from '../../../../lib/integrity/log/proof.ts';
import {
  consistencyProof,
  growTree,
  type Hash,
  inclusionProof,
  leafHash,
  type ReadNode,
  rootOf,
} from '../../../../lib/integrity/log/tree.ts';
import { toHex } from '../../../../lib/policy/base64.ts';

/** The entries and roots that the Certificate Transparency implementations test each other with. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

class Tree {
  readonly nodes = new Map<string, Hash>();
  size = 0;
  readonly read: ReadNode = async (level, index) => {
    const node = this.nodes.get(`${level}/${index}`);
    if (node === undefined) throw new Error(`no node ${level}/${index}`);
    return node;
  };

  async append(...leaves: Hash[]): Promise<void> {
    for (const { level, index, hash } of await growTree(this.size, leaves, this.read)) {
      this.nodes.set(`${level}/${index}`, hash);
    }
    this.size += leaves.length;
  }
}

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(new TextEncoder().encode(`entry ${index}`)));

/** The definition of RFC 6962 2.1, as it stands there. */
function definedRoot(leaves: Hash[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return Buffer.from(leaves[0]!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split))];
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}

describe('the tree', () => {
  it('has the roots that other implementations compute', async () => {
    const tree = new Tree();
    for (const [size, root] of ROOTS.entries()) {
      expect(toHex(await rootOf(size, tree.read))).toBe(root);
      if (size < ENTRIES.length) await tree.append(leafHash(bytes(ENTRIES[size]!)));
    }
  });

  it('has the roots of the definition, however it grew', async () => {
    const leaves = numbered(70);
    for (const step of [1, 2, 3, 7, 16, 70]) {
      const tree = new Tree();
      for (let at = 0; at < leaves.length; at += step) await tree.append(...leaves.slice(at, at + step));
      for (let size = 0; size <= leaves.length; size++) {
        const root = await rootOf(size, tree.read);
        expect(toHex(root)).toBe(definedRoot(leaves.slice(0, size)).toString('hex'));
      }
    }
  });

  it('refuses to prove what is not there', async () => {
    const tree = new Tree();
    await tree.append(...numbered(5));
    await expect(inclusionProof(5, 5, tree.read)).rejects.toThrow(RangeError);
    await expect(inclusionProof(-1, 5, tree.read)).rejects.toThrow(RangeError);
    await expect(consistencyProof(6, 5, tree.read)).rejects.toThrow(RangeError);
  });
});

describe('proofs', async () => {
  const SIZE = 40;
  const leaves = numbered(SIZE);
  const tree = new Tree();
  await tree.append(...leaves);
  const roots = await Promise.all(Array.from({ length: SIZE + 1 }, (_, size) => rootOf(size, tree.read)));
  const other = leafHash(bytes('ff'));

  it('of inclusion hold for every entry of every tree, and for no other place, size, entry or root', async () => {
    for (let size = 1; size <= SIZE; size++) {
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(index, size, tree.read);
        const check = (changes: { leaf?: Hash; index?: number; size?: number; proof?: Hash[]; root?: Hash }) =>
          verifyInclusion(
            changes.leaf ?? leaves[index]!,
            changes.index ?? index,
            changes.size ?? size,
            changes.proof ?? proof,
            changes.root ?? roots[size]!,
          );
        expect(check({})).toBe(true);
        expect(check({ leaf: other })).toBe(false);
        expect(check({ root: other })).toBe(false);
        expect(check({ index: index + 1 })).toBe(false);
        expect(check({ proof: [...proof, other] })).toBe(false);
        if (proof.length > 0) expect(check({ proof: proof.slice(1) })).toBe(false);
        if (proof.length > 1) expect(check({ proof: [...proof].reverse() })).toBe(false);
      }
    }
  });

  it('of growth hold for every pair of sizes, and not when an earlier entry was changed', async () => {
    for (let size = 0; size <= SIZE; size++) {
      for (let before = 0; before <= size; before++) {
        const proof = await consistencyProof(before, size, tree.read);
        expect(verifyConsistency(before, size, roots[before]!, roots[size]!, proof)).toBe(true);
        if (before === 0) continue;
        expect(verifyConsistency(before, size, other, roots[size]!, proof)).toBe(false);
        expect(verifyConsistency(before, size, roots[before]!, other, proof)).toBe(false);
        expect(verifyConsistency(before, size, roots[before]!, roots[size]!, [...proof, other])).toBe(false);
        if (proof.length === 0) continue;
        const shortened = proof.slice(0, -1);
        expect(verifyConsistency(before, size, roots[before]!, roots[size]!, shortened)).toBe(false);
      }
    }
  });

  it('never hold for numbers that are no counts', async () => {
    const root = roots[1]!;
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(verifyInclusion(leaves[0]!, bad, 1, [], root)).toBe(false);
      expect(verifyInclusion(leaves[0]!, 0, bad, [], root)).toBe(false);
      expect(verifyConsistency(bad, 1, root, root, [])).toBe(false);
      expect(verifyConsistency(1, bad, root, root, [])).toBe(false);
    }
    expect(verifyConsistency(2, 1, roots[2]!, roots[1]!, [])).toBe(false);
  });

  it('show a rewritten log: no proof leads from the old root to the new tree', async () => {
    const rewritten = new Tree();
    await rewritten.append(...leaves.slice(0, 9), other, ...leaves.slice(10));
    const root = await rootOf(SIZE, rewritten.read);
    const proof = await consistencyProof(20, SIZE, rewritten.read);
    expect(verifyConsistency(20, SIZE, roots[20]!, root, proof)).toBe(false);
  });
});
