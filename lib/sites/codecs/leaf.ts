/**
 * What every codec speaks: a body opened into its strings ("leaves"), and a way to close it again with some of them
 * replaced. Codecs nest (form in gzip, JSON in a form field, JSON in that JSON) because each one only sees leaves.
 */
import type { Unreadable } from '../../prompt/prompt.ts';

/** Object keys and array indexes from the root; protobuf uses field numbers (`15`, the second one `15[1]`). */
export type Path = readonly (string | number)[];

/** One string of a body. Compared by identity: two leaves may have the same path (duplicate keys) and text. */
export interface Leaf {
  readonly path: Path;
  /** Decoded text, UTF-16, exactly as the receiver will see it. */
  readonly text: string;
  /** Set when the string is an object key or field name, not a value. */
  readonly key?: true;
  /** Set when the body has it as a number: digits that look like a card. Replaced, it becomes a string. */
  readonly number?: true;
  /** Set when the string is the content of a file. */
  readonly file?: { readonly name: string; readonly type: string };
}

/** Bytes of a body that are not text. Compared by identity, like leaves. */
export interface Opaque {
  readonly path: Path;
  readonly reason: Unreadable['reason'];
  /** Set when the bytes are the content of a file that stands in the body whole. */
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

export type Replacements = ReadonlyMap<Leaf, string>;

/** New contents of files. */
export type FileReplacements = ReadonlyMap<Opaque, Uint8Array>;

export const NO_FILES: FileReplacements = new Map();

export interface Opened<T> {
  readonly leaves: readonly Leaf[];
  readonly opaque: readonly Opaque[];
  /**
   * The same body with the replaced leaves; everything else as it was, byte for byte where the codec says so. A codec
   * that knows no files leaves them as they were: callers read what they wrote again.
   */
  close(replacements: Replacements, files?: FileReplacements): T;
}

/** More strings than this in one body are refused: no app sends them, and each one costs a look. */
export const MOST_STRINGS = 120_000;

/** The same body with its paths continued from where it stands in another. */
export function below<T>(holder: Path, opened: Opened<T>): Opened<T> {
  const originals = new Map(
    opened.leaves.map((leaf): [Leaf, Leaf] => [{ ...leaf, path: [...holder, ...leaf.path] }, leaf]),
  );
  const contents = new Map(
    opened.opaque.map((opaque): [Opaque, Opaque] => [{ ...opaque, path: [...holder, ...opaque.path] }, opaque]),
  );
  return {
    leaves: [...originals.keys()],
    opaque: [...contents.keys()],
    close(replacements, files = NO_FILES) {
      const own = new Map<Leaf, string>();
      for (const [leaf, original] of originals) {
        const text = replacements.get(leaf);
        if (text !== undefined) own.set(original, text);
      }
      const ownFiles = new Map<Opaque, Uint8Array>();
      for (const [opaque, original] of files.size > 0 ? contents : []) {
        const bytes = files.get(opaque);
        if (bytes !== undefined) ownFiles.set(original, bytes);
      }
      return opened.close(own, ownFiles);
    },
  };
}

/** Several bodies in one, each under its index. */
export function inSequence<T, U>(parts: readonly Opened<T>[], join: (closed: T[]) => U): Opened<U> {
  const placed = parts.map((part, index) => below([index], part));
  return {
    leaves: placed.flatMap(({ leaves }) => leaves),
    opaque: placed.flatMap(({ opaque }) => opaque),
    close: (...changes) => join(placed.map(({ close }) => close(...changes))),
  };
}

/** A readable locator, e.g. `messages.0.content.parts.0`. Not unique by itself: see `uniqueIds`. */
export function locator(path: Path, key?: true): string {
  return `${path.length === 0 ? 'body' : path.join('.')}${key ? '~key' : ''}`;
}

/** One locator per leaf; the second leaf at the same place gets `#2` and so on, so that ids are unique in a body. */
export function uniqueIds(places: readonly { path: Path; key?: true }[]): string[] {
  const counts = new Map<string, number>();
  return places.map(({ path, key }) => {
    const place = locator(path, key);
    for (;;) {
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      const id = count === 1 ? place : `${place}#${count}`;
      if (count === 1 || !counts.has(id)) {
        // A key may itself be spelled like the id of a second leaf: taken ids are never given again.
        counts.set(id, Math.max(1, counts.get(id) ?? 0));
        return id;
      }
    }
  });
}
