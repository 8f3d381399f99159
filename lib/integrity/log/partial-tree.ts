/**
 * A log tree of which only some entries are shown: the rest is there as roots of subtrees, as few as cover it. Whoever has
 * the shown entries and these roots can compute the root of the whole, and so see that the entries stand where they are
 * said to. One such set serves thousands of entries; a proof for each would repeat most of it.
 */
import { type Hash, nodeHash } from './tree.ts';

/** Entries `first` to `first + count - 1`. */
export interface Range {
  first: number;
  count: number;
}

export interface NodePlace {
  level: number;
  index: number;
}

/** The complete subtrees that cover every entry of a tree of `size` but those in `shown` (ascending; an empty range is a place no subtree reaches over). */
export function hiddenNodes(size: number, shown: readonly Range[]): NodePlace[] {
  const places: NodePlace[] = [];
  let at = 0;
  for (const { first, count } of [...shown, { first: size, count: 0 }]) {
    for (let start = at; start < first; ) {
      // As large as its place allows, and not beyond the gap.
      let level = 0;
      while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= first) level++;
      places.push({ level, index: start / 2 ** level });
      start += 2 ** level;
    }
    at = Math.max(at, first + count);
  }
  return places;
}

/** Root of the tree of `size` entries out of `nodeAt`; null when something is missing. Entries are nodes of level 0. */
export function rootOfParts(size: number, nodeAt: (place: NodePlace) => Hash | undefined): Hash | null {
  const over = (from: number, to: number): Hash | null => {
    const count = to - from;
    const level = Math.floor(Math.log2(count));
    if (2 ** level === count) {
      const given = nodeAt({ level, index: from / count });
      if (given !== undefined) return given;
      if (level === 0) return null;
    }
    const middle = from + 2 ** (2 ** level === count ? level - 1 : level);
    const left = over(from, middle);
    const right = left === null ? null : over(middle, to);
    return left === null || right === null ? null : nodeHash(left, right);
  };
  return size === 0 ? null : over(0, size);
}
