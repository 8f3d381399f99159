/**
 * The Merkle tree of a transparency log (RFC 6962 section 2.1; the same tree as RFC 9162): an append-only list of entries
 * whose root proves, in a logarithmic number of hashes, that an entry is in it and that it grew out of an earlier one.
 *
 * Whoever keeps the tree stores the roots of its complete subtrees: node (level, index) covers the 2^level entries from
 * index * 2^level on. Everything else follows from those.
 */
import { sha256 } from '@noble/hashes/sha2.js';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array<ArrayBuffer>;

/** Root of the complete subtree (level, index). Rejects when it is not there. */
export type ReadNode = (level: number, index: number) => Promise<Hash>;

export interface TreeNode {
  level: number;
  index: number;
  hash: Hash;
}

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** Hash of an entry. Entries and inner nodes are hashed apart, so that neither can pass for the other. */
export function leafHash(entry: Uint8Array): Hash {
  return hash(LEAF, entry);
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return hash(NODE, left, right);
}

function hash(...parts: readonly Uint8Array[]): Hash {
  const sha = sha256.create();
  for (const part of parts) sha.update(part);
  return sha.digest();
}

/** Root of the first `size` entries; of none it is the hash of nothing. */
export async function rootOf(size: number, read: ReadNode): Promise<Hash> {
  return size === 0 ? hash() : rangeHash(0, size, read);
}

/** The hashes that lead from entry `index` to the root of the first `size` entries (RFC 6962 2.1.1). */
export async function inclusionProof(index: number, size: number, read: ReadNode): Promise<Hash[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`no entry ${index} in a tree of ${size}`);
  return pathTo(index, 0, size, read);
}

async function pathTo(index: number, from: number, to: number, read: ReadNode): Promise<Hash[]> {
  if (to - from === 1) return [];
  const middle = from + splitAt(to - from);
  if (index < middle) return [...(await pathTo(index, from, middle, read)), await rangeHash(middle, to, read)];
  return [...(await pathTo(index, middle, to, read)), await rangeHash(from, middle, read)];
}

/** The hashes that show that the tree of `size` entries begins with that of `before` entries (RFC 6962 2.1.2). */
export async function consistencyProof(before: number, size: number, read: ReadNode): Promise<Hash[]> {
  if (!(before >= 0 && before <= size)) throw new RangeError(`${before} entries are not the beginning of ${size}`);
  return before === 0 || before === size ? [] : growthOf(before, 0, size, true, read);
}

async function growthOf(before: number, from: number, to: number, isWhole: boolean, read: ReadNode): Promise<Hash[]> {
  if (before === to) return isWhole ? [] : [await rangeHash(from, to, read)];
  const middle = from + splitAt(to - from);
  if (before <= middle) {
    return [...(await growthOf(before, from, middle, isWhole, read)), await rangeHash(middle, to, read)];
  }
  return [...(await growthOf(before, middle, to, false, read)), await rangeHash(from, middle, read)];
}

/** Root over the entries `from` to `to` (end exclusive), where `from` begins a complete subtree at least as large. */
async function rangeHash(from: number, to: number, read: ReadNode): Promise<Hash> {
  const count = to - from;
  const level = Math.floor(Math.log2(count));
  if (2 ** level === count) return read(level, from / count);
  const middle = from + 2 ** level;
  return nodeHash(await read(level, from / 2 ** level), await rangeHash(middle, to, read));
}

/** The largest power of two below `count`. */
function splitAt(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1));
}

/**
 * The complete subtrees that come into being when entries are appended to a tree of `size`, in the order of becoming.
 * @param join `nodeHash`, or what says the same sooner.
 */
export async function growTree(
  size: number,
  leaves: readonly Hash[],
  read: ReadNode,
  join: typeof nodeHash = nodeHash,
): Promise<TreeNode[]> {
  const made: TreeNode[] = [];
  const fresh = new Map<string, Hash>();
  const add = (level: number, index: number, hash: Hash) => {
    fresh.set(`${level}/${index}`, hash);
    made.push({ level, index, hash });
  };
  for (const [offset, leaf] of leaves.entries()) {
    let index = size + offset;
    let root = leaf;
    add(0, index, root);
    for (let level = 0; index % 2 === 1; level++) {
      const left = fresh.get(`${level}/${index - 1}`) ?? (await read(level, index - 1));
      root = join(left, root);
      index = (index - 1) / 2;
      add(level + 1, index, root);
    }
  }
  return made;
}
