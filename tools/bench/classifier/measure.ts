/** Runs every engine over every input, one after the other, within limits of time. */
import type { BenchOptions } from '../part.ts';
import type { Input } from './inputs.ts';
import type { TimedEngine, Timing } from './timed-engine.ts';

/** `left_out`: the engine had used up its time before; of this input it says nothing. */
export type Cell = Timing | { kind: 'left_out' };

export interface Measurement {
  engine: string;
  input: Input;
  cell: Cell;
}

export interface Limits {
  /** For one engine on one text. */
  callMs: number;
  /** After so much time a peer begins nothing new; Sluice is measured on everything in any case. */
  peerMs: number;
}

/**
 * Engines take turns on the same text, so that whatever else the machine does hits all of them alike.
 * @param engines The first is Sluice.
 */
export async function measure(
  engines: readonly { name: string; timed: TimedEngine }[],
  inputs: readonly Input[],
  { callMs, peerMs }: Limits,
  progress: BenchOptions['progress'],
): Promise<Measurement[]> {
  const spent = engines.map(() => 0);
  const found: Measurement[] = [];
  for (const input of inputs) {
    progress(`classifier: ${input.name}, ${input.length / 1000} kB`);
    const text = input.make(input.length);
    for (const [index, { name: engine, timed }] of engines.entries()) {
      const mayRun = index === 0 || spent[index]! < peerMs;
      const start = performance.now();
      const cell: Cell = mayRun ? await timed.time(text, callMs) : { kind: 'left_out' };
      spent[index]! += performance.now() - start;
      found.push({ engine, input, cell });
    }
  }
  return found;
}
