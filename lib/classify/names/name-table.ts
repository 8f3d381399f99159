/**
 * What is known of single words: how common they are as given name, surname, place and ordinary word. A hash table with
 * two bytes to tell words apart, so that one unknown word in some ten thousands is taken for a known one.
 */
import { mix } from './tokens.ts';

/** Levels 0 (unknown) to 3 (very common), two bits each. */
export const KNOWN = { given: 0, surname: 2, place: 4, ordinary: 6 } as const;

export function levelOf(value: number, kind: number): number {
  return (value >> kind) & 3;
}

export interface NameTable {
  /** A first byte to tell words apart in each slot; 0 is an empty slot. */
  marks: Uint8Array;
  /** A second byte. */
  checks: Uint8Array;
  values: Uint8Array;
}

export function slotOf(hash: number, slots: number): number {
  return ((hash >>> 0) * (slots / 4294967296)) | 0;
}

export function markOf(hash: number): number {
  return mix(hash ^ 0x5bd1e995) & 0xff || 255;
}

/** The second byte. */
export function checkOf(hash: number): number {
  return (mix(hash ^ 0x27d4eb2f) >>> 8) & 0xff;
}

/** Levels of the word with this hash, 0 when unknown. */
export function lookUp({ marks, checks, values }: NameTable, hash: number): number {
  const slots = marks.length;
  const mark = markOf(hash);
  let at = slotOf(hash, slots);
  for (;;) {
    const found = marks[at]!;
    if (found === 0) return 0;
    if (found === mark && checks[at] === checkOf(hash)) return values[at]!;
    at = at + 1 === slots ? 0 : at + 1;
  }
}

/** The key of a name of several words: the hashes of its words in order. */
export function joinHash(first: number, second: number): number {
  return mix(Math.imul(first, 31) ^ second ^ 0x2545f491);
}
