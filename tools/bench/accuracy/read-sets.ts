/** The labelled texts: two sets, each with the same families, one file per family. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Entry, parseCorpus } from './corpus.ts';

/** `held-out` is never looked at by those who write rules: its figures are printed, its misses never. */
export const SETS = ['development', 'held-out'] as const;
export type SetName = (typeof SETS)[number];

/**
 * - `sentences`, `generated`, `mail`, `ambiguous`, `values`: every span that tells something of a person is labelled.
 * - `benign-prose`, `benign-code`, `look-alikes`: nothing is to be found.
 * - `secrets`: every credential is labelled; `near-misses`: looks like one, and is none.
 * - `ids`: one number each; fact `number` is `valid` (labelled) or `corrupted` (marked `NOT`).
 * - `evasions`: one value each, written so that a plain pattern does not see it.
 * - `uses`: fact `use` lists what the text is about, or is `none`; fact `near` then says which use it looks like.
 */
export const FAMILIES = [
  'sentences',
  'generated',
  'mail',
  'ambiguous',
  'values',
  'benign-prose',
  'benign-code',
  'look-alikes',
  'secrets',
  'near-misses',
  'ids',
  'evasions',
  'uses',
] as const;
export type Family = (typeof FAMILIES)[number];

const CORPUS = new URL('../../../test/corpus/', import.meta.url);

/** Entries of one file; none where there is no such file. @throws Error naming the file, when it cannot be read. */
export function readFamily(set: SetName, family: Family): Entry[] {
  const path = fileURLToPath(new URL(`${set}/${family}.txt`, CORPUS));
  if (!existsSync(path)) return [];
  try {
    return parseCorpus(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${set}/${family}.txt: ${error instanceof Error ? error.message : error}`);
  }
}

export type LabelledSet = Readonly<Record<Family, readonly Entry[]>>;

export function readSet(set: SetName): LabelledSet {
  return Object.fromEntries(FAMILIES.map((family) => [family, readFamily(set, family)])) as unknown as LabelledSet;
}
