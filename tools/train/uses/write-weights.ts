/** Writes trained weights in the form `readUseWeights` reads: those that matter most, in whole steps. */
import { MAGIC, markOf, type Scale, slotOf } from '../../../lib/classify/uses/use-weights.ts';
import type { Trained } from './train-weights.ts';

const LOAD = 0.8;
/** The largest weight that is told from larger ones. */
const LARGEST = 6;
const STEP = LARGEST / 127;

/** `most`: weights that are kept. */
export function writeWeights({ weights }: Trained, scales: readonly Scale[], most: number): Uint8Array {
  const all = [...weights].flatMap(([feature, row]) =>
    Array.from(row, (weight, use) => ({ feature, use, steps: Math.round(weight / STEP) })).filter(({ steps }) => steps),
  );
  all.sort((a, b) => Math.abs(b.steps) - Math.abs(a.steps) || a.feature - b.feature || a.use - b.use);
  const kept = new Map<number, number[]>();
  for (const { feature, use, steps } of all.slice(0, most)) {
    const row = kept.get(feature) ?? [];
    row.push(use, Math.max(-127, Math.min(127, steps)));
    kept.set(feature, row);
  }
  const slots = Math.ceil((kept.size + 1) / LOAD);
  const table: ({ mark: number; row: number[] } | undefined)[] = new Array(slots);
  for (const [feature, row] of [...kept].sort(([a], [b]) => a - b)) {
    const mark = markOf(feature);
    let at = slotOf(feature, slots);
    while (table[at] !== undefined && table[at]!.mark !== mark) at = at + 1 === slots ? 0 : at + 1;
    table[at] ??= { mark, row };
  }
  return pack(table, scales);
}

function pack(table: readonly ({ mark: number; row: number[] } | undefined)[], scales: readonly Scale[]): Uint8Array {
  const json = JSON.stringify({ uses: scales, step: STEP });
  const head = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const slots = table.length;
  const pairs = [...table].flatMap((cell) => cell?.row ?? []);
  const marksAt = 12 + head.length;
  const bytes = new Uint8Array(marksAt + 3 * slots + pairs.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, slots, true);
  view.setUint32(8, head.length, true);
  bytes.set(head, 12);
  [...table].forEach((cell, slot) => {
    view.setUint16(marksAt + 2 * slot, cell?.mark ?? 0, true);
    bytes[marksAt + 2 * slots + slot] = (cell?.row.length ?? 0) / 2;
  });
  bytes.set(
    Uint8Array.from(pairs, (value) => value & 0xff),
    marksAt + 3 * slots,
  );
  return bytes;
}
