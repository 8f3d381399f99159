/** Random numbers that are the same in every run. */

/** Whole numbers from 0 to below `end`. */
export type Random = (end: number) => number;

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to mix sentences. */
export function seededPick(seed: number): Random {
  let state = seed >>> 0;
  return (end) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
}

export function oneOf<T>(pick: Random, values: readonly T[]): T {
  return values[pick(values.length)]!;
}
