/**
 * The trained name tagger as it lies in `public/models/names.bin`, little-endian:
 * `SLN1`, uint32 slots of the word table, uint32 slots of the feature table, float32 size of one weight step,
 * 8 x 7 float32 scores of one label after another (the last row: after what is no name), then byte arrays: marks and
 * values of the word table, marks of the feature table, and its weights (7 signed bytes a slot).
 */
import { markOf, type NameTable, slotOf } from './name-table.ts';

/** Outside, then first and further tokens of a person, a place, an organisation. */
export const LABELS = ['O', 'B-PERSON', 'I-PERSON', 'B-LOCATION', 'I-LOCATION', 'B-ORGANIZATION', 'I-ORGANIZATION'];
export const LABEL_COUNT = 7;
export const MAGIC = 0x314e4c53;
export const HEADER = 16 + 4 * LABEL_COUNT * (LABEL_COUNT + 1);

export interface NameModel {
  table: NameTable;
  /** Scores of a label (column) after a label (row); the last row is the beginning. */
  transitions: Float32Array;
  step: number;
  marks: Uint8Array;
  weights: Int8Array;
}

/** Reads a model without copying it. Null when the bytes are not a model of this version. */
export function readNameModel(bytes: Uint8Array): NameModel | null {
  if (bytes.length < HEADER) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = view.getUint32(4, true);
  const slots = view.getUint32(8, true);
  if (view.getUint32(0, true) !== MAGIC || bytes.length !== HEADER + 2 * words + (1 + LABEL_COUNT) * slots) return null;
  const transitions = new Float32Array(LABEL_COUNT * (LABEL_COUNT + 1));
  for (let i = 0; i < transitions.length; i += 1) transitions[i] = view.getFloat32(16 + 4 * i, true);
  const marksAt = HEADER + 2 * words;
  return {
    table: { marks: bytes.subarray(HEADER, HEADER + words), values: bytes.subarray(HEADER + words, marksAt) },
    transitions,
    step: view.getFloat32(12, true),
    marks: bytes.subarray(marksAt, marksAt + slots),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + marksAt + slots, slots * LABEL_COUNT),
  };
}

/** Adds the weights of one feature to `sums`, when the model has it. */
export function addWeights({ marks, weights }: NameModel, feature: number, sums: Int32Array, at: number): void {
  const slots = marks.length;
  const mark = markOf(feature);
  let slot = slotOf(feature, slots);
  for (;;) {
    const found = marks[slot]!;
    if (found === 0) return;
    if (found === mark) break;
    slot = slot + 1 === slots ? 0 : slot + 1;
  }
  const row = slot * LABEL_COUNT;
  for (let label = 0; label < LABEL_COUNT; label += 1) sums[at + label]! += weights[row + label]!;
}
