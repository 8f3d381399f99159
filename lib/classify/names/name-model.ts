/**
 * The trained name tagger as it lies in `public/models/names.bin`, little-endian:
 * `SLN2`, uint32 slots of the word table, uint32 slots of the feature table, float32 size of one weight step,
 * 8 x 7 float32 scores of one label after another (the last row: after what is no name), then byte arrays: marks,
 * checks and values of the word table, marks of the feature table, and its weights (7 signed bytes a slot).
 */
import { markOf, type NameTable } from './name-table.ts';

/** Outside, then first and further tokens of a person, a place, an organisation. */
export const LABELS = ['O', 'B-PERSON', 'I-PERSON', 'B-LOCATION', 'I-LOCATION', 'B-ORGANIZATION', 'I-ORGANIZATION'];
export const LABEL_COUNT = 7;
export const MAGIC = 0x324e4c53;
export const HEADER = 16 + 4 * LABEL_COUNT * (LABEL_COUNT + 1);

export interface NameModel {
  table: NameTable;
  /** Scores of a label (column) after a label (row); the last row is the beginning. */
  transitions: Float64Array;
  /** The same to the power of e. */
  chances: Float64Array;
  /** What one weight counts. */
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
  if (view.getUint32(0, true) !== MAGIC || bytes.length !== HEADER + 3 * words + (1 + LABEL_COUNT) * slots) return null;
  const transitions = new Float64Array(LABEL_COUNT * (LABEL_COUNT + 1));
  for (let i = 0; i < transitions.length; i += 1) transitions[i] = view.getFloat32(16 + 4 * i, true);
  const marksAt = HEADER + 3 * words;
  return {
    table: {
      marks: bytes.subarray(HEADER, HEADER + words),
      checks: bytes.subarray(HEADER + words, HEADER + 2 * words),
      values: bytes.subarray(HEADER + 2 * words, marksAt),
    },
    transitions,
    chances: transitions.map(Math.exp),
    step: view.getFloat32(12, true),
    marks: bytes.subarray(marksAt, marksAt + slots),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + marksAt + slots, slots * LABEL_COUNT),
  };
}

/** Writes the sums of the weights of `count` features to `sums` at `at`, one for each label. Features without a row add nothing. */
export function sumWeights(
  { marks, weights }: NameModel,
  features: Int32Array,
  count: number,
  sums: Float64Array,
  at: number,
  step: number,
): void {
  const slots = marks.length;
  const scale = slots / 4294967296;
  let outside = 0;
  let person = 0;
  let personOn = 0;
  let place = 0;
  let placeOn = 0;
  let organisation = 0;
  let organisationOn = 0;
  for (let i = 0; i < count; i += 1) {
    const feature = features[i]!;
    const mark = markOf(feature);
    let slot = ((feature >>> 0) * scale) | 0;
    let found = marks[slot]!;
    while (found !== 0 && found !== mark) {
      slot = slot + 1 === slots ? 0 : slot + 1;
      found = marks[slot]!;
    }
    if (found === 0) continue;
    const row = slot * LABEL_COUNT;
    outside += weights[row]!;
    person += weights[row + 1]!;
    personOn += weights[row + 2]!;
    place += weights[row + 3]!;
    placeOn += weights[row + 4]!;
    organisation += weights[row + 5]!;
    organisationOn += weights[row + 6]!;
  }
  sums[at] = outside * step;
  sums[at + 1] = person * step;
  sums[at + 2] = personOn * step;
  sums[at + 3] = place * step;
  sums[at + 4] = placeOn * step;
  sums[at + 5] = organisation * step;
  sums[at + 6] = organisationOn * step;
}
