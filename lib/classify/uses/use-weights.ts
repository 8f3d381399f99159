/**
 * The learned part of finding uses as it lies in `public/models/uses.bin`, little-endian: `SLU1`, uint32 slots of the
 * feature table, uint32 length of a JSON text, that text (`Header`, UTF-8, padded with spaces to a multiple of 4), then
 * for each slot an uint16 that tells features apart (0: empty), for each slot an uint8 count, and for each slot in order
 * so many pairs of bytes: place of the use, weight (signed).
 */
import { mix } from '../names/tokens.ts';

/** How the evidence for one use becomes a confidence. */
export interface Scale {
  use: string;
  /** Added to the sum of the weights. */
  bias: number;
  /** What the certainty 1 of the word groups adds. */
  groups: number;
  /** The score of confidence 0.5, and the growth of the odds' logarithm for each unit of score. */
  middle: number;
  slope: number;
}

interface Header {
  uses: Scale[];
  /** What one weight counts. */
  step: number;
}

export interface UseWeights {
  readonly scales: readonly Scale[];
  readonly step: number;
  readonly marks: Uint16Array;
  /** Where the pairs of each slot begin, in bytes; one more at the end. */
  readonly begins: Uint32Array;
  /** Place of the use and weight, one after the other. */
  readonly pairs: Int8Array;
}

export const MAGIC = 0x31554c53;
const HEADER = 12;

export function slotOf(feature: number, slots: number): number {
  return ((feature >>> 0) * (slots / 4294967296)) | 0;
}

export function markOf(feature: number): number {
  return mix(feature ^ 0x5bd1e995) & 0xffff || 0xffff;
}

/** Null when the bytes are not a model of this version. */
export function readUseWeights(bytes: Uint8Array): UseWeights | null {
  if (bytes.length < HEADER) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [slots, headLength] = [view.getUint32(4, true), view.getUint32(8, true)];
  const marksAt = HEADER + headLength;
  const pairsAt = marksAt + 3 * slots;
  if (view.getUint32(0, true) !== MAGIC || pairsAt > bytes.length) return null;
  const header = readHeader(bytes.subarray(HEADER, marksAt));
  if (header === null) return null;
  const marks = new Uint16Array(slots);
  const begins = new Uint32Array(slots + 1);
  for (let slot = 0; slot < slots; slot += 1) {
    marks[slot] = view.getUint16(marksAt + 2 * slot, true);
    begins[slot + 1] = begins[slot]! + 2 * bytes[marksAt + 2 * slots + slot]!;
  }
  if (pairsAt + begins[slots]! !== bytes.length) return null;
  const pairs = new Int8Array(bytes.buffer, bytes.byteOffset + pairsAt, begins[slots]!);
  for (let at = 0; at < pairs.length; at += 2) {
    if (pairs[at]! < 0 || pairs[at]! >= header.uses.length) return null;
  }
  return { scales: header.uses, step: header.step, marks, begins, pairs };
}

function readHeader(bytes: Uint8Array): Header | null {
  try {
    const header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Header;
    return Array.isArray(header.uses) && Number.isFinite(header.step) ? header : null;
  } catch {
    return null;
  }
}

/** The slot of a feature, or -1. */
export function findFeature({ marks }: UseWeights, feature: number): number {
  const slots = marks.length;
  const mark = markOf(feature);
  let slot = slotOf(feature, slots);
  for (;;) {
    const found = marks[slot]!;
    if (found === 0) return -1;
    if (found === mark) return slot;
    slot = slot + 1 === slots ? 0 : slot + 1;
  }
}
