/** What the address and the headers of a call say besides its body. */
import lzString from 'lz-string';
import type { CallShape } from './call-shape.ts';
import { openForm } from './codecs/form.ts';
import { openJson } from './codecs/json-paths.ts';
import { below, type Leaf } from './codecs/leaf.ts';
import { isMachineToken } from './codecs/machine-token.ts';
import { percentDecoded } from './codecs/percent.ts';
import { hasControls } from './codecs/utf8.ts';
import { fragmentQuery } from './fragment-query.ts';

/** A number of nine digits or more, or anything that is no plain word. */
const TELLING_SEGMENT = /[%@]|\d(?:[-._+]?\d){8}/;
const TELLING_VALUE = /[%@ ]|\d(?:[-._+]?\d){8}/;

/**
 * Values of the query and of a fragment that is written like one, and path segments that are more than plain words and
 * ids. `packedAt`: where a value is packed (lz-string); what it unpacks to counts as well. `nestedAt`: where a value is
 * JSON; the strings in it count.
 */
export function urlLeaves(url: string, { packedAt, nestedAt }: Pick<CallShape, 'packedAt' | 'nestedAt'>): Leaf[] {
  const { search, pathname, hash } = new URL(url);
  const queries = [search.slice(1), fragmentQuery(hash)];
  const pairs = queries.flatMap((query) => (query === '' ? [] : openForm(query).leaves));
  const query = pairs
    .map((leaf): Leaf => ({ ...leaf, path: ['url', ...leaf.path] }))
    .flatMap((leaf) => (packedAt?.has(leaf.path) ? [leaf, ...unpacked(leaf)] : [leaf]))
    .flatMap((leaf) => (nestedAt?.has(leaf.path) && !leaf.key ? within(leaf) : [leaf]));
  const segments = pathname.split('/').filter((segment) => TELLING_SEGMENT.test(segment) && !isMachineToken(segment));
  return [...query, ...segments.map((segment): Leaf => ({ path: ['url', 'path'], text: percentDecoded(segment) }))];
}

/** Headers that browsers and sign-in set; the app's own tokens stand in them. */
const USUAL_HEADERS = new Set(
  'accept accept-language authorization content-encoding content-type if-none-match'.split(' '),
);

/** Values of headers a page set that are more than plain words, ids and tokens. The gate sees none of them. */
export function headerLeaves(headers: Readonly<Record<string, string>>): Leaf[] {
  return Object.entries(headers)
    .filter(([name, value]) => !USUAL_HEADERS.has(name) && TELLING_VALUE.test(value) && !isMachineToken(value))
    .map(([name, value]): Leaf => ({ path: ['header', name], text: percentDecoded(value) }));
}

function unpacked(leaf: Leaf): Leaf[] {
  const text = lzString.decompressFromEncodedURIComponent(leaf.text);
  return text && !hasControls(text) ? [{ ...leaf, text }] : [];
}

function within(leaf: Leaf): readonly Leaf[] {
  const opened = openJson(leaf.text);
  return opened ? below(leaf.path, opened).leaves : [leaf];
}
