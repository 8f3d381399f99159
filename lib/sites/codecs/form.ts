/**
 * `application/x-www-form-urlencoded`, read and written on the source text: untouched pairs keep their exact bytes.
 * Decoding is the platform's (URLSearchParams): `+` is a space, damaged percent escapes are kept as they stand.
 */
import type { Leaf, Opened } from './leaf.ts';
import { isMachineToken } from './machine-token.ts';

interface Pair {
  raw: string;
  key: Leaf;
  value: Leaf;
}

/** Open a form body or the query of a URL (without `?`). Any text is a form; names a program writes are no leaves. */
export function openForm(text: string): Opened<string> {
  // The leading `&` keeps URLSearchParams from taking a `?` at the start of a name for the mark of a query.
  const decoded = new URLSearchParams(`&${text}`).entries();
  const pairs = text.split('&').map((raw) => toPair(raw, raw === '' ? ['', ''] : decoded.next().value!));
  return {
    leaves: pairs.flatMap(({ raw, key, value }) => {
      if (raw === '') return [];
      // A name that stands alone is all the pair says.
      const isPlainName = raw.length > nameLengthOf(raw) && isMachineToken(key.text);
      return isPlainName ? [value] : [key, value];
    }),
    opaque: [],
    close: (replacements) => pairs.map((pair) => encode(pair, replacements)).join('&'),
  };
}

function toPair(raw: string, [name, value]: [string, string]): Pair {
  return {
    raw,
    key: { path: [name], text: name, key: true },
    value: { path: [name], text: value },
  };
}

function nameLengthOf(raw: string): number {
  const equals = raw.indexOf('=');
  return equals < 0 ? raw.length : equals;
}

function encode({ raw, key, value }: Pair, replacements: ReadonlyMap<Leaf, string>): string {
  const nameLength = nameLengthOf(raw);
  const newName = replacements.get(key);
  const newValue = replacements.get(value);
  const name = newName === undefined ? raw.slice(0, nameLength) : encodePart(newName);
  return newValue === undefined ? name + raw.slice(nameLength) : `${name}=${encodePart(newValue)}`;
}

function encodePart(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
