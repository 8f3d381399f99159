/**
 * Files that stand in a body as base64 text, bare or as a data URL (RFC 2397). Such a string is replaced by what it
 * holds: the text of a text file, or the bytes of any other.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { isFileContent } from './file-signature.ts';
import { type Leaf, NO_FILES, type Opaque, type Opened } from './leaf.ts';
import { decodeUtf8, encodeUtf8, hasControls } from './utf8.ts';

/** Whether a string is known to hold a file; for `maybe` the bytes have to begin like one, or be text in a data URL. */
export type HoldsFile = (leaf: Leaf) => 'yes' | 'maybe' | 'no';

const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=."+-]+)*;base64,/i;
/** Shorter strings are not looked into unless they are known to hold a file. */
const SHORTEST = 64;
const NO_BYTES = new Uint8Array();

interface Held {
  prefix: string;
  inside: Leaf | Opaque;
}

export function expandFiles<T>(outer: Opened<T>, holdsFile: HoldsFile): Opened<T> {
  const held = new Map<Leaf, Held>();
  for (const leaf of outer.leaves) {
    const found = leaf.key ? null : heldFile(leaf, holdsFile);
    if (found) held.set(leaf, found);
  }
  if (held.size === 0) return outer;
  const all = [...held.values()].map(({ inside }) => inside);
  return {
    leaves: outer.leaves.flatMap((leaf) => {
      const inside = held.get(leaf)?.inside;
      if (inside === undefined) return [leaf];
      return 'text' in inside ? [inside] : [];
    }),
    opaque: [...outer.opaque, ...all.filter((inside) => 'reason' in inside)],
    close(replacements, files = NO_FILES) {
      const changes = new Map(replacements);
      for (const [leaf, { prefix, inside }] of held) {
        const text = 'text' in inside ? replacements.get(inside) : undefined;
        const bytes = 'text' in inside ? (text === undefined ? undefined : encodeUtf8(text)) : files.get(inside);
        if (bytes !== undefined) changes.set(leaf, prefix + toBase64(bytes));
      }
      return outer.close(changes, files);
    },
  };
}

function heldFile(leaf: Leaf, holdsFile: HoldsFile): Held | null {
  const { path, text } = leaf;
  const certainty = holdsFile(leaf);
  if (certainty === 'no' || (certainty === 'maybe' && text.length < SHORTEST)) return null;
  const url = DATA_URL.exec(text.slice(0, 256));
  const prefix = url?.[0] ?? '';
  const file = { name: leaf.file?.name ?? '', type: url?.[1] ?? leaf.file?.type ?? '' };
  const start = text.slice(prefix.length, prefix.length + SHORTEST);
  const isCertain = certainty === 'yes' || isFileContent(fromBase64(start) ?? NO_BYTES);
  if (!isCertain && url === null) return null;
  const bytes = fromBase64(text.slice(prefix.length));
  if (bytes === null) return null;
  const plain = decodeUtf8(bytes);
  if (plain !== null && !hasControls(plain)) return { prefix, inside: { path, text: plain, file } };
  return isCertain ? { prefix, inside: { path, reason: 'binary', file: { ...file, bytes } } } : null;
}
