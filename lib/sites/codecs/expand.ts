/** Bodies inside the strings of other bodies: JSON in JSON (Gemini's `f.req`, Doubao), text in base64. */
import { fromBase64, toBase64 } from './base64.ts';
import { openJson } from './json-paths.ts';
import { below, type FileReplacements, type Leaf, type Opened, type Replacements } from './leaf.ts';
import { decodeUtf8, encodeUtf8, hasControls } from './utf8.ts';

const DEEPEST = 4;

/** Opens what a string holds; null where it holds nothing of the kind. */
export type OpenInner = (leaf: Leaf) => Opened<string> | null;

/**
 * Replace every leaf that `open` opens by the leaves inside it, again and again up to four levels. Closing packs level
 * by level.
 */
export function expand<T>(outer: Opened<T>, open: OpenInner, depth = DEEPEST): Opened<T> {
  if (depth === 0) return outer;
  const inner = new Map<Leaf, Opened<string>>();
  for (const leaf of outer.leaves) {
    const opened = leaf.key ? null : open(leaf);
    if (opened) inner.set(leaf, expand(below(leaf.path, opened), open, depth - 1));
  }
  if (inner.size === 0) return outer;
  return {
    leaves: outer.leaves.flatMap((leaf) => inner.get(leaf)?.leaves ?? [leaf]),
    opaque: [...outer.opaque, ...[...inner.values()].flatMap(({ opaque }) => opaque)],
    close: (replacements, files) => outer.close(closeInner(inner, replacements, files), files),
  };
}

function closeInner(
  inner: ReadonlyMap<Leaf, Opened<string>>,
  replacements: Replacements,
  files: FileReplacements | undefined,
): Replacements {
  const all = new Map(replacements);
  for (const [holder, opened] of inner) {
    const isTouched =
      opened.leaves.some((leaf) => replacements.has(leaf)) || opened.opaque.some((one) => files?.has(one));
    if (isTouched) all.set(holder, opened.close(replacements, files));
  }
  return all;
}

/** A JSON object or array. */
export function openInnerJson({ text }: Leaf): Opened<string> | null {
  return /^\s*[[{]/.test(text) ? openJson(text) : null;
}

/** Shorter runs of letters and digits are words and ids. */
const SHORTEST_BASE64 = 16;

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** Base64 that unpacks to written text. Ids and tokens unpack to other bytes. */
export function openInnerText({ text }: Leaf): Opened<string> | null {
  if (text.length < SHORTEST_BASE64 || !BASE64.test(text)) return null;
  const bytes = fromBase64(text);
  const inner = bytes && decodeUtf8(bytes);
  if (!inner || hasControls(inner)) return null;
  const leaf: Leaf = { path: [], text: inner };
  return { leaves: [leaf], opaque: [], close: (changes) => repacked(text, encodeUtf8(changes.get(leaf) ?? inner)) };
}

/** Other bytes in base64, where an app is known to send them so; what does not open cannot be read. */
export function openInnerBytes(leaf: Leaf, open: (bytes: Uint8Array) => Opened<Uint8Array> | null): Opened<string> {
  const { text } = leaf;
  const bytes = fromBase64(text);
  const opened = bytes && open(bytes);
  if (opened) return { ...opened, close: (...changes) => repacked(text, opened.close(...changes)) };
  return openInnerText(leaf) ?? { leaves: [], opaque: [{ path: [], reason: 'damaged' }], close: () => text };
}

/** Spelled like before: in its alphabet, padded or not. */
function repacked(before: string, bytes: Uint8Array): string {
  const text = toBase64(bytes);
  const padded =
    before.endsWith('=') || (before.length % 4 === 0 && !/[-_]/.test(before)) ? text : text.replace(/=+$/, '');
  return /[-_]/.test(before) ? padded.replaceAll('+', '-').replaceAll('/', '_') : padded;
}
