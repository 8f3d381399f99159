/** Checking what a log proves (RFC 9162 sections 2.1.3.2 and 2.1.4.2). False for anything that does not fit, never an error. */
import { type Hash, nodeHash } from './tree.ts';

/** Whether `leaf` is entry `index` of the tree of `size` entries that has this root. */
export function verifyInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(other, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, other);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && isSame(hash, root);
}

/** Whether the tree of `size` entries with root `root` begins with the tree of `before` entries with root `rootBefore`. */
export function verifyConsistency(
  before: number,
  size: number,
  rootBefore: Hash,
  root: Hash,
  proof: readonly Hash[],
): boolean {
  if (!isCount(before) || !isCount(size) || before > size) return false;
  // Every tree begins with the empty one.
  if (before === 0) return proof.length === 0;
  if (before === size) return proof.length === 0 && isSame(rootBefore, root);
  const path = isPowerOfTwo(before) ? [rootBefore, ...proof] : [...proof];
  let place = before - 1;
  let last = size - 1;
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  const first = path.shift();
  if (first === undefined) return false;
  let old = first;
  let now = first;
  for (const other of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = nodeHash(other, old);
      now = nodeHash(other, now);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      now = nodeHash(now, other);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && isSame(old, rootBefore) && isSame(now, root);
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function half(count: number): number {
  return Math.floor(count / 2);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}
