/** Runs every engine over every input, one after the other, within a budget of time. */
import type { BenchOptions } from '../part.ts';
import type { Input } from './inputs.ts';
import type { TimedEngine, Timing } from './timed-engine.ts';

/** `left_out`: the budget was used up; it says nothing about the engine. */
export type Cell = Timing | { kind: 'left_out' };

export interface Measurement {
  engine: string;
  input: string;
  length: number;
  cell: Cell;
}

export interface Limits {
  /** For one engine on one text. */
  callMs: number;
  /** For all peers together; Sluice is measured on everything in any case. */
  budgetMs: number;
}

/**
 * Engines take turns on the same text, so that whatever else the machine does hits all of them alike.
 * @param engines The first is Sluice.
 */
export async function measure(
  engines: readonly { name: string; timed: TimedEngine }[],
  inputs: readonly Input[],
  { callMs, budgetMs }: Limits,
  progress: BenchOptions['progress'],
): Promise<Measurement[]> {
  const end = performance.now() + budgetMs;
  const found: Measurement[] = [];
  for (const { name: input, lengths, make } of inputs) {
    for (const length of lengths) {
      progress(`classifier: ${input}, ${length / 1000} kB`);
      const text = make(length);
      for (const [index, { name, timed }] of engines.entries()) {
        // A call that could not have its full limit is not begun: a shorter limit would make the figure a lie.
        const mayRun = index === 0 || performance.now() + callMs <= end;
        const cell: Cell = mayRun ? await timed.time(text, callMs) : { kind: 'left_out' };
        found.push({ engine: name, input, length, cell });
      }
    }
  }
  return found;
}
