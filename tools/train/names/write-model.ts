/** Writes trained weights in the form `readNameModel` reads: the rows that matter most, in whole steps. */
import { HEADER, LABEL_COUNT, MAGIC } from '../../../lib/classify/names/name-model.ts';
import { markOf, type NameTable, slotOf } from '../../../lib/classify/names/name-table.ts';
import type { Weights } from './train-chain.ts';

const LOAD = 0.85;
/** The largest weight that is told from larger ones; more than enough to decide alone. */
const LARGEST = 4;

/**
 * Added to the scores of each label. Made-up sentences are full of words that are plain to be told from names, real ones
 * less so: what might be a name is one more often than training says. By what it does to labelled texts never trained on.
 */
const LEAN = [0, 0.7, 0.7, 0.4, 0.4, 0.4, 0.4];

export function writeModel(table: NameTable, weights: Weights, most: number): Uint8Array {
  const size = LABEL_COUNT;
  const { keys, rows, transitions } = weights;
  const strength = (row: number) => {
    let top = 0;
    for (let label = 0; label < size; label += 1) top = Math.max(top, Math.abs(rows[row * size + label]!));
    return top;
  };
  const ranked = Array.from(keys, (key, row) => ({ key, row, strength: strength(row) }))
    .filter((each) => each.strength > LARGEST / 127)
    .sort((a, b) => b.strength - a.strength || a.key - b.key)
    .slice(0, most);
  const slots = Math.ceil(ranked.length / LOAD);
  const marks = new Uint8Array(slots);
  const cells = new Int8Array(slots * size);
  for (const { key, row } of ranked) {
    const mark = markOf(key);
    let at = slotOf(key, slots);
    while (marks[at] !== 0 && marks[at] !== mark) at = at + 1 === slots ? 0 : at + 1;
    if (marks[at] !== 0) continue;
    marks[at] = mark;
    for (let label = 0; label < size; label += 1) {
      cells[at * size + label] = Math.max(-127, Math.min(127, Math.round((rows[row * size + label]! / LARGEST) * 127)));
    }
  }
  const words = table.marks.length;
  const bytes = new Uint8Array(HEADER + 3 * words + (1 + size) * slots);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, words, true);
  view.setUint32(8, slots, true);
  view.setFloat32(12, LARGEST / 127, true);
  transitions.forEach((value, i) => {
    view.setFloat32(16 + 4 * i, Math.fround(value) + LEAN[i % size]!, true);
  });
  bytes.set(table.marks, HEADER);
  bytes.set(table.checks, HEADER + words);
  bytes.set(table.values, HEADER + 2 * words);
  bytes.set(marks, HEADER + 3 * words);
  bytes.set(new Uint8Array(cells.buffer), HEADER + 3 * words + slots);
  return bytes;
}
