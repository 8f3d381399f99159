/** JSON text inside a string of another body (Gemini's `f.req` holds JSON in JSON in a form field). */
import { openJson } from './json-paths.ts';
import type { Leaf, Opaque, Opened, Replacements } from './leaf.ts';

const DEEPEST = 4;

/**
 * Replace every wanted leaf that holds a JSON object or array by the leaves inside it, again and again up to four
 * levels. Leaves that do not parse stay as they are. Closing re-escapes level by level.
 */
export function expandJson<T>(outer: Opened<T>, wanted: (leaf: Leaf) => boolean, depth = DEEPEST): Opened<T> {
  if (depth === 0) return outer;
  const inner = new Map<Leaf, Opened<string>>();
  for (const leaf of outer.leaves) {
    const opened = !leaf.key && /^\s*[[{]/.test(leaf.text) && wanted(leaf) ? openJson(leaf.text) : null;
    if (opened) inner.set(leaf, expandJson(below(leaf, opened), wanted, depth - 1));
  }
  if (inner.size === 0) return outer;
  return {
    leaves: outer.leaves.flatMap((leaf) => inner.get(leaf)?.leaves ?? [leaf]),
    opaque: [...outer.opaque, ...[...inner.values()].flatMap(({ opaque }) => opaque)],
    close: (replacements, files) => outer.close(closeInner(inner, replacements), files),
  };
}

/** The same body with its leaves' paths continued from the leaf that holds it. */
function below(holder: Leaf, opened: Opened<string>): Opened<string> {
  const originals = new Map(
    opened.leaves.map((leaf): [Leaf, Leaf] => [{ ...leaf, path: [...holder.path, ...leaf.path] }, leaf]),
  );
  return {
    leaves: [...originals.keys()],
    opaque: opened.opaque.map((opaque): Opaque => ({ ...opaque, path: [...holder.path, ...opaque.path] })),
    close(replacements) {
      const own = [...replacements].flatMap(([leaf, text]): [Leaf, string][] => {
        const original = originals.get(leaf);
        return original ? [[original, text]] : [];
      });
      return opened.close(new Map(own));
    },
  };
}

function closeInner(inner: ReadonlyMap<Leaf, Opened<string>>, replacements: Replacements): Replacements {
  const all = new Map(replacements);
  for (const [holder, opened] of inner) {
    if (opened.leaves.some((leaf) => replacements.has(leaf))) all.set(holder, opened.close(replacements));
  }
  return all;
}
